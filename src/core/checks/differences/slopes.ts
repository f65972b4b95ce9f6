import { largestMagnitude } from '../../math/matrix';
import { type Model, withLayers } from '../../model/model';
import type { BufferName } from '../../model/names';
import { widened } from '../../model/to-float64';
import { record } from '../../pass/record';
import type { Trace } from '../../pass/trace';
import { tensorOf } from '../distance';
import { magnitudesOf } from '../magnitudes';
import { estimatorOf } from './estimate';
import { type CellVerdict, judgeCell } from './judge-cell';

/** What central differences say of one cell of a gradient, and how far it is from them. */
export interface SlopeVerdict extends CellVerdict {
  /** How far one is from the other, as a part of the largest cell of the gradient. */
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
  const { checkpoint: _, ...whole } = widened(model);
  return record(withLayers(whole, () => ({ keep: 'Z', route: undefined })));
}

/**
 * Judges the gradients of a pass by central differences of its network's J in float64, whatever the pass's precision;
 * `judgeCell` says how. What float32 may have lost is measured: it is what an untouched pass differs by from one in
 * float64 by the same rules. By other rules, a wrong slope in terms of a would be taken for what rounding has lost.
 */
export function slopeJudge(shown: Trace): SlopeJudge {
  const reference = referenceOf(shown.model);
  const cost = reference.buffers.get('cost')!.data[0]!;
  // Where J is no number, nothing will be asked.
  const estimator = estimatorOf(reference);
  const magnitudes = magnitudesOf(reference);
  const isExact = shown.model.precision === 'float64';
  const untouched = isExact ? reference : record(shown.model);
  const inFloat64 = isExact ? reference : record(widened(shown.model));
  const largest = new Map(
    Array.from(magnitudes.keys(), (name) => [name, largestMagnitude(tensorOf(reference, name)!)]),
  );

  const judge: SlopeJudge['judge'] = (parameter, k) => {
    const name = `d${parameter}`;
    const found = shown.buffers.get(name)!.data[k]!;
    const lost = Math.abs(untouched.buffers.get(name)!.data[k]! - inFloat64.buffers.get(name)!.data[k]!) || 0;
    const cell = { cost, magnitude: magnitudes.get(name)!, k, largest: largest.get(name)!, lost };
    const verdict = judgeCell(found, cell, estimator.usual(parameter, k), estimator.shortening(parameter, k));
    const beside = Math.max(cell.largest, Math.abs(verdict.right) || 0);
    const off = Math.abs(found - verdict.right);
    return { ...verdict, error: off === 0 ? 0 : off / beside };
  };
  return { cost, judge };
}
