import { distance, largestDistance, tensorOf } from '../check';
import type { Matrix, Precision } from '../matrix';
import type { BufferName } from '../names';
import { computedIn } from '../pass/standing';
import type { Trace } from '../pass/trace';
import { type Flaw, firstWriter, larger, worstCell } from './flaw';

/** What a file expects of a pass, by the names of tensors. */
export type Expected = ReadonlyMap<BufferName, Matrix>;

/** Whether a pass has what was expected of it. */
export interface ExpectedReport {
  readonly tensors: number;
  /** The largest distance of a cell from what was expected, over the tensors that have the expected shape. */
  readonly error: number;
  /** In the first step that writes something that is off, the cell that is off most. */
  readonly flaw?: Flaw;
  /** The first tensor that is expected in a shape that it does not have in this network, or that is not there. */
  readonly misfit?: BufferName;
}

/**
 * The largest distance at which a number is what was expected. Those who expect it sum in another order, and round
 * otherwise: in float64 they come within 1e-12 of us.
 */
export const toleranceOf = (precision: Precision): number => (precision === 'float64' ? 1e-9 : 1e-4);

/**
 * Compares a pass with what a file expects of it: the way forward as it was computed, and the way back that was made of
 * the caches. Distances are `distance`, tolerated as in `toleranceOf`.
 */
export function compareExpected(trace: Trace, expected: Expected): ExpectedReport {
  const tolerance = toleranceOf(trace.model.precision);
  const inOrder = [...expected].sort(([a], [b]) => stepNumber(a, trace) - stepNumber(b, trace));
  let error = 0;
  let flaw: Flaw | undefined;
  let misfit: BufferName | undefined;
  for (const [tensor, right] of inOrder) {
    const found = computedIn(trace).get(tensor) ?? tensorOf(trace, tensor);
    if (found?.rows !== right.rows || found.cols !== right.cols) {
      misfit ??= tensor;
      continue;
    }
    error = larger(error, largestDistance(found, right));
    flaw ??= worstCell(tensor, found, right, (x, y) => !(distance(x, y) <= tolerance));
  }
  return { tensors: expected.size, error, ...(flaw && { flaw }), ...(misfit && { misfit }) };
}

/** The number of the step that writes a tensor; dA[0], which is worked out from what one writes, comes after that. */
const stepNumber = (tensor: BufferName, trace: Trace): number =>
  (firstWriter(tensor, trace)?.index ?? trace.steps.length) + (tensor === 'dA0' ? 0.5 : 0);
