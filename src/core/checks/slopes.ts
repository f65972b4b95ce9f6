import type { Model } from '../model';
import type { BufferName } from '../names';
import { record } from '../record';
import type { Trace } from '../trace';
import { widened } from '../widened';
import { type Estimate, estimatorOf } from './estimate';
import { allowedOf, magnitudesOf } from './magnitudes';

/**
 * What central differences say of one cell of a gradient: it agrees; it is off; J has a kink there; or J rounds too
 * coarsely to tell.
 */
export interface SlopeVerdict {
  readonly says: 'agrees' | 'off' | 'kink' | 'untold';
  /** The cell as the pass has it. */
  readonly found: number;
  /** ∂J/∂p by central differences. */
  readonly right: number;
}

/** A pass whose gradients can be judged, cell by cell. */
export interface SlopeJudge {
  /** J of its network in float64. Where that is no number, there is nothing to judge by. */
  readonly cost: number;
  judge(parameter: BufferName, k: number): SlopeVerdict;
}

/** The same network as it was given: in float64, keeping all Z. */
function referenceOf(model: Model): Trace {
  const { checkpoint: _, ...whole } = widened(model);
  return record({ ...whole, layers: model.layers.map((layer) => ({ ...layer, keep: 'Z' as const })) });
}

/** The steps that are tried, the longest first, as parts of the usual one. */
const SHARES = [1, 1 / 10, 1 / 100];

/**
 * Central differences are not asked to tell less than this part of what a cell sums. A course takes 1e-7 of a gradient
 * for the sign of a right one; the slope of hard_sigmoid, 1/6 in float32 as PyTorch has it, is off by 3e-8 in a layer.
 */
const FINEST = 1e-6;

/** The most noise with which a slope still tells something, as a part of the scale of J. */
const USABLE = 1e-3;

/**
 * Judges the gradients of a pass by central differences of its network's J in float64, whatever the pass's precision.
 *
 * A cell agrees if it is no further off than `allowedOf` the pass's precision and the cell's `magnitudesOf`, plus the
 * noise of J over h. Where it does not, h is made shorter: what was truncated then shrinks with h², what is wrong
 * stays. Where the slopes on both sides of p differ otherwise than by J″h, there is a kink within h (or at p, where J
 * has no slope): g′ jumps, and central differences see both sides. They tell nothing then.
 */
export function slopeJudge(shown: Trace): SlopeJudge {
  const reference = referenceOf(shown.model);
  const { scale, estimate } = estimatorOf(reference);
  const magnitudes = magnitudesOf(reference);
  const { precision } = shown.model;

  const judge: SlopeJudge['judge'] = (parameter, k) => {
    const found = shown.buffers.get(`d${parameter}`)!.data[k]!;
    const magnitude = magnitudes.get(`d${parameter}`)!.data[k]!;
    const allowed = Math.max(allowedOf(precision, magnitude), FINEST * magnitude);
    let longer: Estimate | undefined;
    for (const share of SHARES) {
      const now = estimate(parameter, k, share);
      if (!(now.noise <= USABLE * scale && Number.isFinite(now.slope))) break;
      const says = outcome(found, allowed, now, longer);
      if (says) return { says, found, right: now.slope };
      longer = now;
    }
    return { says: longer ? 'off' : 'untold', found, right: longer?.slope ?? Number.NaN };
  };
  return { cost: reference.buffers.get('cost')!.data[0]!, judge };
}

/** What one estimate, and the one before it with a longer step, say of a cell; undefined if a shorter step may tell. */
function outcome(
  found: number,
  allowed: number,
  now: Estimate,
  longer: Estimate | undefined,
): SlopeVerdict['says'] | undefined {
  const off = Math.abs(found - now.slope);
  if (off <= allowed + now.noise) return 'agrees';
  if (!Number.isFinite(found)) return 'off';
  if (!longer) return undefined;
  if (isKink(longer, now, off)) return 'kink';
  const settled = Math.abs(longer.slope - now.slope) <= 0.01 * off + now.noise;
  return settled ? 'off' : undefined;
}

/** Whether the slopes on both sides differ otherwise than in proportion to h, by enough to explain what is off. */
function isKink(longer: Estimate, shorter: Estimate, off: number): boolean {
  const bent = Math.max(Math.abs(longer.bend), Math.abs(shorter.bend));
  const unexplained = Math.abs(shorter.bend - longer.bend * (shorter.h / longer.h));
  return unexplained > 0.05 * bent + 4 * (longer.noise + shorter.noise) && off <= 2 * bent;
}
