import { activationOf } from '../../activations';
import type { Matrix, Precision } from '../../math/matrix';
import type { Model } from '../../model/model';
import { type BufferName, isGradient } from '../../model/names';
import { computedIn } from '../../pass/frames/computed';
import type { Trace } from '../../pass/trace';
import { isSame, largestDistance } from '../distance';
import { allowedOf } from '../magnitude';
import { leastOf } from '../rounding';
import { sizeOfAll } from '../size';
import { sumsOf } from '../sums';
import { tensorOf } from '../tensor-of';
import { firstWriter, larger, type WrongCell, worstCell } from '../wrong-cell';
import { roundedTo } from './digits';
import { factorBetween } from './factor';

/** What a file expects of a pass, by the names of tensors. */
export type Expected = ReadonlyMap<BufferName, Matrix>;

/** A tensor that is not what was expected: its cell that is off most, by the numbers of both. */
export interface WrongTensor extends WrongCell {
  /** The one number that the whole tensor must be multiplied by to be the expected one, if there is one. */
  readonly factor?: number;
}

/** Whether a pass has what was expected of it. */
export interface ExpectedReport {
  readonly tensors: number;
  /** The largest difference from what was expected, as a part of the tensor's largest cell, or of what that sums. */
  readonly error: number;
  /** The tensors that are off, in the order of the steps that write them. */
  readonly wrongCells: readonly WrongTensor[];
  /** The tensors that are expected in a shape that they do not have in this pass, or that are not there, if any are. */
  readonly misfits?: readonly Misfit[];
}

/** A tensor in the shape in which it is expected. */
export interface Misfit {
  readonly tensor: BufferName;
  readonly rows: number;
  readonly cols: number;
}

/**
 * The part of a number by which it may be off and still be what was expected. Other programs sum in another order and
 * round differently: in float64 they come within 1e-12 of us.
 */
export const toleranceOf = (precision: Precision): number => (precision === 'float64' ? 1e-9 : 1e-4);

/** How far a gradient differs between correct programs, as a part of it: each g′ that leads to it may be another version. */
const versionsOf = ({ layers }: Model): number =>
  layers.reduce((sum, layer) => sum + (activationOf(layer).versions ?? 0), 0);

/**
 * Compares a pass with what a file expects of it: the way forward as it was computed, and the way back that was computed from
 * the caches. A cell may be off by `toleranceOf` of itself, by how far versions of g′ differ, by the rounding of
 * what it sums (`sumsOf`), and by half a unit in the last digit that the file gives (`roundedTo`).
 */
export function compareExpected(trace: Trace, expected: Expected): ExpectedReport {
  const { precision } = trace.model;
  const sums = sumsOf(trace);
  const rounded = roundedTo(expected);
  const inOrder = [...expected].sort(([a], [b]) => stepNumber(a, trace) - stepNumber(b, trace));
  let error = 0;
  const wrongCells: WrongTensor[] = [];
  const misfits: Misfit[] = [];
  for (const [tensor, right] of inOrder) {
    const found = computedIn(trace).get(tensor) ?? tensorOf(trace, tensor);
    if (found?.rows !== right.rows || found.cols !== right.cols) {
      misfits.push({ tensor, rows: right.rows, cols: right.cols });
      continue;
    }
    const sum = sums.get(tensor);
    error = larger(error, largestDistance(found, right, sum && sizeOfAll(right, sum, precision)));
    const roundedFrom = rounded(tensor);
    const part = toleranceOf(precision) + (isGradient(tensor) ? versionsOf(trace.model) : 0);
    const isOff = (x: number, y: number, k: number): boolean => {
      const ofTerms = sum ? allowedOf(precision, sum, k) : 0;
      // What nothing bounds is judged by its own size alone, so that it is never green whatever it is.
      const proportional = part * Math.abs(y) + (ofTerms < Infinity ? ofTerms : 0);
      const allowed = proportional + roundedFrom(y) + leastOf(precision);
      return !isSame(x, y) && !(Math.abs(x - y) <= allowed);
    };
    const wrongCell = worstCell(tensor, found, right, isOff);
    if (!wrongCell) continue;
    const factor = factorBetween(found, right, isOff);
    wrongCells.push({ ...wrongCell, ...(factor !== undefined && { factor }) });
  }
  return { tensors: expected.size, error, wrongCells, ...(misfits.length > 0 && { misfits }) };
}

/** The number of the step that writes a tensor; dA[0], which is worked out from what one writes, comes after that. */
const stepNumber = (tensor: BufferName, trace: Trace): number =>
  (firstWriter(tensor, trace)?.index ?? trace.steps.length) + (computedIn(trace).has(tensor) ? 0 : 0.5);
