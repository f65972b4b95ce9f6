import { allFinite } from '../../math/finite';
import type { Matrix } from '../../math/matrix';
import type { BufferName } from '../../model/names';
import type { CellOf } from '../../pass/dependence';
import { computedIn } from '../../pass/frames/computed';
import type { Step, Trace } from '../../pass/trace';
import { originOf } from './origin';

/** The first NaN, or the first infinity, of a pass. */
export interface Birth extends CellOf {
  /** NaN, Infinity or -Infinity. */
  readonly value: number;
  /** The step that wrote it; undefined where it was given with X, Y or a parameter. */
  readonly step?: Step;
  /** What it came from, where, and why: `∞ · 0 at dZ[2] (1, 3): A is exactly 1`. */
  readonly of: string;
}

const known = new WeakMap<Trace, readonly Birth[]>();

/** Remembers the births of a pass that were found in another thread. */
export const knowBirths = (trace: Trace, births: readonly Birth[]): void => void known.set(trace, births);

/**
 * Where the first infinity and the first NaN of a pass were born, and from what, in the order of the steps; none where
 * all its numbers are finite. No NaN stands before the first one: so the step that wrote it did not pass it on but made
 * it, or it was given.
 */
export function birthsIn(trace: Trace): readonly Birth[] {
  const births = known.get(trace) ?? findBirths(trace);
  known.set(trace, births);
  return births;
}

function findBirths(trace: Trace): readonly Birth[] {
  const births: Birth[] = [];
  const look = (tensor: BufferName, matrix: Matrix, step?: Step): void => {
    if (allFinite(matrix)) return;
    for (const isFirst of [isInfinite, Number.isNaN]) {
      if (births.some(({ value }) => isFirst(value))) continue;
      const k = matrix.data.findIndex(isFirst);
      if (k < 0) continue;
      const cell = { tensor, row: Math.floor(k / matrix.cols), col: k % matrix.cols };
      const value = matrix.data[k]!;
      births.push({ ...cell, value, ...(step && { step }), of: originOf(cell, value, step, trace) });
    }
  };
  for (const name of ['A0', 'Y', ...trace.model.parameters.keys()]) look(name, computedIn(trace).get(name)!);
  for (const step of trace.steps) for (const { name, matrix } of step.writes) look(name, matrix, step);
  return births;
}

const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;

/** The births in one step. */
export const birthsAt = (step: Step, trace: Trace): readonly Birth[] =>
  birthsIn(trace).filter((birth) => birth.step?.index === step.index);

/** A birth as a sentence: `NaN is born at step 12, ∞ · 0 at dZ[2] (1, 3): A is exactly 1.` */
export const birthInWords = ({ value, step, of }: Birth): string =>
  step
    ? `${Number.isNaN(value) ? 'NaN' : value < 0 ? '−∞' : '∞'} is born at step ${step.index}, ${of}.`
    : `${of}.`;
