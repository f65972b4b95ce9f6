import { birthsIn } from '../../core/checks/births/births';
import { allFinite } from '../../core/math/finite';
import { dryRun } from '../../core/pass/dry-run';
import type { Choice } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import {
  selectMemoryLines,
  selectModel,
  selectMoved,
  selectScales,
  selectTrace,
  selectUntouched,
} from '../selectors';
import { AtHome, byKeys } from './at-home';
import { matricesIn } from './buffers';
import type { Chosen, Given, Prepared, PreparedComparison, Worked } from './given';
import { atPace } from './pace';
import { unpacked } from './rows';

/** What is to be computed for a choice: its pass, a comparison of runs, or both. */
export interface Job {
  readonly choice: Choice;
  readonly pass: boolean;
  readonly plans?: readonly string[] | undefined;
  /** The keys of what the page has of its pass, where that is not to be computed. */
  readonly known?: readonly string[] | undefined;
}

/** Does a job whose rows are packed. `tell` is called with the share that is done. Throws where it can't be done. */
export async function workOn(job: unknown, tell: (done: number) => void): Promise<Worked> {
  const { choice, pass, plans, known } = unpacked<Job>(job);
  const flaw = await defineFormulas(choice);
  if (flaw) throw new Error(flaw);
  const progress = { done: 0, of: 1 };
  const report = atPace(tell);
  const onStep = () => {
    progress.done += 1;
    report(Math.min(1, progress.done / progress.of));
  };
  const memory: Working = { onStep, atHome: known && new AtHome(known) };
  progress.of = stepsOf({ choice, memory }, { pass, plans });
  // This run takes the most memory, though little of it is kept: so it comes first, while nothing else is there.
  if (plans) (await import('../runs')).selectStandard({ choice, memory });
  const worked = pass ? prepared({ choice, memory }) : undefined;
  // Runs share with the pass what they have of its numbers.
  if (worked) memory.given = { choice, pass: worked };
  const all: Worked = {
    ...(worked && { pass: worked }),
    ...(plans && { comparison: await compared({ choice, memory }, plans) }),
  };
  return { ...all, strange: new Set(matricesIn(all).filter((matrix) => !allFinite(matrix))) };
}

/** What is remembered of a job while it is done. */
interface Working {
  readonly onStep: () => void;
  readonly atHome: AtHome | undefined;
  given?: Given;
}

/** How many steps there are about to be run; what recomputes has some more. */
function stepsOf(state: Chosen, { pass, plans }: Pick<Job, 'pass' | 'plans'>): number {
  const steps = dryRun(selectModel(state)).length;
  const twice = state.choice.tampered ? 2 : 1;
  return steps * ((pass ? twice : 0) + (plans ? new Set(plans).size * twice + 1 : 0));
}

const prepared = (state: Chosen): Prepared => ({
  untouched: selectUntouched(state),
  trace: selectTrace(state),
  moved: selectMoved(state),
  scales: { layer: selectScales.layer(state), network: selectScales.network(state) },
  memoryLines: selectMemoryLines(state),
  births: birthsIn(selectTrace(state)),
  byKeys: byKeys([selectUntouched(state), selectTrace(state)]),
});

async function compared(state: Chosen, plans: readonly string[]): Promise<PreparedComparison> {
  const { preparedComparison } = await import('../compared');
  return preparedComparison({ ...state, comparing: { plans, difference: undefined }, position: 'start' });
}
