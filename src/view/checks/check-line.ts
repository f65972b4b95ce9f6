import { birthInWords, birthsIn } from '../../core/checks/births/births';
import { firstWriter, type WrongCell } from '../../core/checks/wrong-cell';
import { spokenCell } from '../../core/model/names';
import type { Step, Trace } from '../../core/pass/trace';
import { grouped } from '../../explain/numbers';
import { inShort } from '../numbers';
import { apart } from './words';

/** One check as the page tells it. */
export interface CheckLine {
  /** What it is called in the page, for those who look for it there. */
  readonly id: 'central_differences' | 'keep_rules' | 'expected';
  readonly check: string;
  readonly verdict: 'passes' | 'fails' | 'open' | 'nothing to check';
  /** What was checked, and the largest error. */
  readonly figures: readonly string[];
  /** Where it fails, and what else there is to say. */
  readonly notes: readonly string[];
  /** The first step that is off. */
  readonly step?: Step | undefined;
}

/** The sentence on a cell that is off: `dW[1] (2, 1): 0.31, but 0.35 by central differences`. */
export function place(wrongCell: WrongCell, says: (found: string, right: string) => string): string {
  const [found, right] = apart(wrongCell.found, wrongCell.right);
  return `${spokenCell(wrongCell.tensor, wrongCell.row, wrongCell.col)}: ${says(found, right)}`;
}

export const largest = (error: number): string => `largest error ${inShort(error)}`;

/** A count with what is counted: `1 tensor`, `2 tensors`. */
export const plural = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${grouped(count)} ${many}`;

/** How large an error may be that rounding explains: a few digits are lost, not all. */
const ROUNDED = 0.05;

/** What to try where float32 may be all that is wrong. */
export const isItRounding = ({ model, changed }: Trace, error: number): readonly string[] =>
  model.precision === 'float32' && changed.size === 0 && error < ROUNDED
    ? ['Is it rounding? Choose float64 and see.']
    : [];

/** Where the first infinity and the first NaN of a pass come from; nothing where all is finite. */
export const bornNotes = (trace: Trace): readonly string[] => birthsIn(trace).map(birthInWords);

/** The step in which the first NaN of a pass is born; the first infinity, where there is no NaN. */
export function bornAt(trace: Trace): Step | undefined {
  const births = birthsIn(trace);
  return (births.find(({ value }) => Number.isNaN(value)) ?? births[0])?.step;
}

/** Whether a tensor of a pass of which that is asked has a NaN or an infinity. */
export function hasNonFinite({ buffers }: Trace, isAsked: (name: string) => boolean): boolean {
  for (const [name, { data }] of buffers)
    if (isAsked(name) && data.some((x: number) => !Number.isFinite(x))) return true;
  return false;
}

/** Wrong cells in the order of the steps that write them. */
export const inOrder = <F extends WrongCell>(wrongCells: readonly F[], trace: Trace): F[] =>
  wrongCells.toSorted((a, b) => firstWriter(a.tensor, trace)!.index - firstWriter(b.tensor, trace)!.index);
