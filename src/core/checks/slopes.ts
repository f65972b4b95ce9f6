import { type Model, withLayers } from '../model';
import type { BufferName } from '../names';
import { record } from '../pass/record';
import type { Trace } from '../pass/trace';
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
  return record(withLayers(whole, () => ({ keep: 'Z' })));
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
    const tried: Estimate[] = [];
    for (const share of SHARES) {
      const now = estimate(parameter, k, share);
      if (!(now.noise <= USABLE * scale && Number.isFinite(now.slope))) break;
      tried.push(now);
      if (Math.abs(found - now.slope) <= allowed + now.noise)
        return { says: 'agrees', found, right: now.slope };
      if (!Number.isFinite(found) || isSettled(tried, found)) break;
    }
    const right = tried[tried.length - 1]?.slope ?? Number.NaN;
    return { says: tried.length === 0 ? 'untold' : explains(tried, found) ? 'kink' : 'off', found, right };
  };
  return { cost: reference.buffers.get('cost')!.data[0]!, judge };
}

const pairs = (tried: readonly Estimate[]) =>
  tried.slice(1).map((shorter, i) => [tried[i]!, shorter] as const);

/** Whether the last two slopes are alike, beside what lies between them and the gradient, and no kink is near. */
function isSettled(tried: readonly Estimate[], found: number): boolean {
  const [longer, shorter] = pairs(tried).at(-1) ?? [];
  if (!longer || !shorter || isKinked(longer, shorter)) return false;
  return Math.abs(longer.slope - shorter.slope) <= 0.01 * Math.abs(found - shorter.slope) + shorter.noise;
}

/** Whether the slopes on both sides of p differ otherwise than in proportion to h. */
function isKinked(longer: Estimate, shorter: Estimate): boolean {
  const bent = Math.max(Math.abs(longer.bend), Math.abs(shorter.bend));
  const unexplained = Math.abs(shorter.bend - longer.bend * (shorter.h / longer.h));
  return unexplained > 0.05 * bent + 4 * (longer.noise + shorter.noise);
}

/** Whether a kink near p may be why a gradient is not what the slopes say: the slope jumps by enough there. */
const explains = (tried: readonly Estimate[], found: number): boolean =>
  pairs(tried).some(([longer, shorter]) => {
    const jump = Math.max(Math.abs(longer.bend), Math.abs(shorter.bend));
    return isKinked(longer, shorter) && Math.abs(found - shorter.slope) <= 2 * jump;
  });
