import { type BufferName, gradientOf } from '../../model/names';
import type { Trace } from '../../pass/trace';
import { isLarger, larger, type WrongCell, wrongCellAt } from '../wrong-cell';
import { type SlopeVerdict, slopeJudge } from './slope-judge';

/** One number of a network: cell k of a parameter. */
export interface ParameterCell {
  readonly parameter: BufferName;
  readonly k: number;
}

/** How far a check of gradients has come, and what it has found. */
export interface SlopeReport {
  readonly done: number;
  readonly total: number;
  /** J in float64; where it is no number, nothing is checked. */
  readonly cost: number;
  /** How many cells were off, agreed, stood at a kink, or could not be told. */
  readonly counts: Readonly<Record<SlopeVerdict['says'], number>>;
  /** The largest error of a cell that agrees or is off, as a part of the largest cell of its gradient. */
  readonly error: number;
  /** Of every gradient that is off, the cell that is off most. */
  readonly wrongCells: readonly WrongCell[];
}

/** A check that is done one cell at a time. */
export interface SlopeCheck {
  /** Checks one more cell; false once there is none. */
  next(): boolean;
  report(): SlopeReport;
}

/** Checks the gradients of a pass against central differences, in that order of cells. */
export function slopeCheck(shown: Trace, order: Iterable<ParameterCell>): SlopeCheck {
  const { cost, judge } = slopeJudge(shown);
  const cells = order[Symbol.iterator]();
  const counts = { agrees: 0, off: 0, kink: 0, untold: 0, rounded: 0 };
  const wrongCells = new Map<BufferName, WrongCell & { readonly error: number }>();
  let [done, worst] = [0, 0];

  const note = ({ parameter, k }: ParameterCell): void => {
    const { says, right, error } = judge(parameter, k);
    counts[says] += 1;
    done += 1;
    if (says !== 'agrees' && says !== 'off') return;
    worst = larger(worst, error);
    const gradient = gradientOf(parameter);
    const known = wrongCells.get(gradient);
    if (says === 'off' && isLarger(error, known?.error ?? -1))
      wrongCells.set(gradient, { ...wrongCellAt(gradient, shown.buffers.get(gradient)!, k, right), error });
  };
  return {
    next() {
      if (!Number.isFinite(cost)) return false;
      const cell = cells.next();
      if (cell.done) return false;
      note(cell.value);
      return true;
    },
    report: () => ({
      done,
      total: parametersIn(shown),
      cost,
      counts: { ...counts },
      error: worst,
      wrongCells: Array.from(wrongCells.values(), ({ error: _, ...wrongCell }) => wrongCell),
    }),
  };
}

/** How many numbers the parameters of a network have. */
export const parametersIn = ({ model }: Pick<Trace, 'model'>): number => {
  let sum = 0;
  for (const { data } of model.parameters.values()) sum += data.length;
  return sum;
};
