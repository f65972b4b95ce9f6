import type { Matrix } from '../core/math/matrix';
import type { BufferName } from '../core/model/names';
import type { CauseId } from './causes';
import type { Telling } from './causes/cause';
import type { Convention } from './conventions';
import type { Format } from './precision';

/** What is said of a tensor of theirs. */
export type Verdict = 'agrees' | 'mistake' | 'follows' | 'missing';

/** The cause of a mistake, where one reproduces every cell. */
export interface Found extends Telling {
  readonly id: CauseId;
  /** Which of several it is: an activation, a layer, a number. */
  readonly detail?: string | number | undefined;
  /** What all of it was taken times besides; undefined where nothing. */
  readonly factor?: number | undefined;
  /** The tensor in which it is, where that was not brought: what was brought is computed from it. */
  readonly inside?: BufferName | undefined;
}

/** A tensor of the pass, and what they have in its place. */
export interface Row {
  readonly tensor: BufferName;
  readonly verdict: Verdict;
  /** Undefined at a mistake where nothing known reproduces every cell. */
  readonly found?: Found | undefined;
  /** What can be said of a mistake without a cause, in sentences. */
  readonly remark?: string | undefined;
  /** The cells of theirs, counted row by row, in which a mistake shows: those that their own inputs do not give. */
  readonly off: readonly number[];
  /** The mistakes that it follows from. */
  readonly from: readonly BufferName[];
  /** Theirs as it stands here: examples as columns, per example. Undefined where it was not brought. */
  readonly theirs?: Matrix | undefined;
  /**
   * What theirs is held against: what their own inputs of the step give where that is another tensor than the right one,
   * else that. Undefined where theirs was not brought.
   */
  readonly beside?: Matrix | undefined;
  /** What the page's own pass has with all mistakes in that have a cause, at such a mistake. */
  readonly withMistakes?: Matrix | undefined;
  /** Whether that is theirs. */
  readonly isReproduced: boolean;
}

/** What came of judging. */
export interface Report {
  readonly convention: Convention;
  readonly format: Format['name'];
  /** What was recognised in the way they write, in sentences. */
  readonly remarks: readonly string[];
  /** Every tensor of the pass in the order of its steps. */
  readonly rows: readonly Row[];
}

/** The rows in which a mistake was made. */
export const mistakesIn = ({ rows }: Pick<Report, 'rows'>): readonly Row[] =>
  rows.filter(({ verdict }) => verdict === 'mistake');
