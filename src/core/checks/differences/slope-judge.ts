import { largestMagnitude, type Matrix } from '../../math/matrix';
import { type Model, withLayers } from '../../model/model';
import { type BufferName, gradientOf } from '../../model/names';
import { toFloat64 } from '../../model/to-float64';
import { record } from '../../pass/record';
import type { Trace } from '../../pass/trace';
import { inProportion } from '../bounds';
import { allowedOfSums, exact, type Magnitude } from '../magnitude';
import { magnitudesOf } from '../magnitudes';
import { estimatorOf } from './estimate';
import { type CellVerdict, judgeCell } from './judge-cell';

/** What central differences say of one cell of a gradient, and how far it is from them. */
export interface SlopeVerdict extends CellVerdict {
  /** How far one is from the other, as a part of the largest cell of the gradient, or of what the cell sums where all of that is rounding. */
  readonly error: number;
}

/** A pass whose gradients can be judged, cell by cell. */
export interface SlopeJudge {
  /** J of its network in float64. Where that is no number, there is nothing to judge by. */
  readonly cost: number;
  judge(parameter: BufferName, k: number): SlopeVerdict;
}

/** The same network as it was given: in float64, keeping all Z. */
function referenceOf(model: Model): Trace {
  const { checkpoint: _, ...whole } = toFloat64(model);
  return record(withLayers(whole, () => ({ keep: 'Z', route: undefined })));
}

/**
 * Whether a gradient is 0 but for rounding: no cell is larger than what rounding may leave of what it sums. Such is db
 * under batch norm, which subtracts b again with the mean.
 */
const isNothing = ({ data }: Matrix, magnitude: Magnitude): boolean =>
  data.every((x: number, k: number) => Math.abs(x) <= allowedOfSums('float64', magnitude, k));

/**
 * Judges the gradients of a pass by central differences of its network's J in float64, whatever the pass's precision;
 * `judgeCell` says how. What float32 may have lost is measured, as the difference between an untouched pass and one in
 * float64 under the same rules. Under other rules, a wrong slope in terms of a would be taken for a loss by rounding.
 */
export function slopeJudge(shown: Trace): SlopeJudge {
  const reference = referenceOf(shown.model);
  const cost = reference.buffers.get(reference.nodes.at(-1)!.output)!.data[0]!;
  // Where J is no number, nothing will be asked.
  const estimator = estimatorOf(reference);
  const magnitudes = magnitudesOf(reference);
  const isExact = shown.model.precision === 'float64';
  const untouched = isExact ? reference : record(shown.model);
  const inFloat64 = isExact ? reference : record(toFloat64(shown.model));
  const known = new Map(
    Array.from(shown.model.parameters.keys(), (parameter) => {
      const name = gradientOf(parameter);
      const right = reference.buffers.get(name)!;
      const magnitude = magnitudes.get(name) ?? exact(inProportion(right));
      return [name, { magnitude, largest: isNothing(right, magnitude) ? 0 : largestMagnitude(right) }];
    }),
  );

  const judge: SlopeJudge['judge'] = (parameter, k) => {
    const name = gradientOf(parameter);
    const found = shown.buffers.get(name)!.data[k]!;
    const lost = Math.abs(untouched.buffers.get(name)!.data[k]! - inFloat64.buffers.get(name)!.data[k]!) || 0;
    const cell = { cost, ...known.get(name)!, k, lost };
    const verdict = judgeCell(found, cell, estimator.usual(parameter, k), estimator.shortening(parameter, k));
    const size = cell.largest || cell.magnitude.terms.data[k]!;
    const beside = Math.max(size, Math.abs(verdict.right) || 0);
    const off = Math.abs(found - verdict.right);
    return { ...verdict, error: off === 0 ? 0 : off / beside };
  };
  return { cost, judge };
}
