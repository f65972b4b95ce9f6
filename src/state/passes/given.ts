import type { MemoryLine } from '../../compare/memory';
import type { Birth } from '../../core/checks/births/births';
import type { Matrix } from '../../core/math/matrix';
import type { Trace } from '../../core/pass/trace';
import type { Moved } from '../../core/pass/what-if/moved';
import type { Choice } from '../choice/choice';
import type { Scales, Sharing } from '../scales';
import type { AtHome } from './at-home';

/** Everything about a pass that takes long to compute for a large model. */
export interface Prepared {
  readonly untouched: Trace;
  readonly trace: Trace;
  readonly moved: readonly Moved[];
  readonly scales: Readonly<Record<Sharing, Scales>>;
  readonly memoryLines: readonly MemoryLine[];
  readonly births: readonly Birth[];
  /** All its matrices by their keys. */
  readonly byKeys: ReadonlyMap<string, Matrix>;
}

/** The same of a comparison; a run is one without its plan, which does not travel between threads. */
export interface PreparedComparison<Run = unknown> {
  readonly plans: readonly string[];
  readonly runs: readonly Run[];
  readonly scales: Readonly<Record<Sharing, Scales>>;
  /** The keys of matrices whose numbers did not travel, since the pass that the page has holds them too. */
  readonly atHome?: ReadonlyMap<Matrix, string> | undefined;
}

/** What came of a job. */
export interface Worked {
  readonly pass?: Prepared;
  readonly comparison?: PreparedComparison;
  /** The matrices that have a cell which is no finite number. */
  readonly strange?: ReadonlySet<Matrix>;
}

/** What was computed for a choice in a thread of its own. */
export interface Given {
  readonly choice: Choice;
  readonly pass: Prepared;
  readonly comparison?: PreparedComparison;
}

/**
 * Selectors remember by this object what they computed for a store, and forget it with the object: so a store that leaves a
 * large model takes a new one.
 */
export interface Memory {
  readonly given?: Given;
  /** In another thread: what the page has. */
  readonly atHome?: AtHome | undefined;
  /** Called with each step of a pass as it is computed. */
  readonly onStep?: () => void;
}

/** A choice, and what was computed for it elsewhere. */
export interface Chosen {
  readonly choice: Choice;
  readonly memory?: Memory;
}

/** What another thread computed for the choice; undefined where it is to be computed here. */
export const givenOf = ({ choice, memory }: Chosen): Given | undefined =>
  memory?.given?.choice === choice ? memory.given : undefined;

/** What another thread computed for the comparison of these plans. */
export function givenComparison(
  state: Chosen & { readonly comparing: { readonly plans: readonly string[] } },
): PreparedComparison | undefined {
  const comparison = givenOf(state)?.comparison;
  const { plans } = state.comparing;
  const isThis =
    comparison?.plans.length === plans.length && plans.every((plan, i) => plan === comparison.plans[i]);
  return isThis ? comparison : undefined;
}
