import type { StoreApi } from 'zustand/vanilla';
import { unworkable } from './address/unworkable';
import type { Choice } from './choice/choice';
import { type Given, givenComparison, givenOf, type Prepared, type Worked } from './passes/given';
import { isAtOnce } from './passes/size';
import type { UnderWay } from './passes/start';
import type { Job } from './passes/work';
import type { State } from './state';

/** Does a job in another thread, sharing what is the same with the pass before; undefined where there are no threads. */
export type StartWork = (job: Job, tell: (done: number) => void, before?: Prepared) => UnderWay | undefined;

/** What was chosen last, whether or not its pass is there already: what the editor shows, and what edits start from. */
export const wantedOf = ({ choice, pending }: State): Choice => pending?.change.choice ?? choice;

/** What has to be computed in another thread before a state can be shown; undefined where nothing has. */
function jobOf(state: State): Job | undefined {
  if (isAtOnce(state)) return undefined;
  const { choice, view, comparing } = state;
  const plans = view === 'compare' && !givenComparison(state) ? comparing.plans : undefined;
  // The runs of a comparison take from the pass that is there what they have of its numbers.
  const pass = givenOf(state) === undefined;
  return pass || plans ? { choice, pass, plans } : undefined;
}

/** A state's memory once a change is made, without what nothing shows any more. */
function memoryOf(state: State): State['memory'] {
  const { memory, view } = state;
  if (!memory.given) return memory;
  const given = givenOf(state);
  if (!given) return {};
  if (!given.comparison || view === 'compare') return memory;
  const { comparison, ...rest } = given;
  return { given: rest };
}

/**
 * How a store takes changes. A small model is shown at once. What takes long is computed in a thread of its own, while the
 * last picture stays: a later change takes its place, and one that is stopped or fails leaves everything as it was.
 */
export function createTaking(
  { getState, setState }: Pick<StoreApi<State>, 'getState' | 'setState'>,
  loadWork: () => Promise<StartWork>,
) {
  let current: { readonly stop: () => void; readonly settled: () => void } | undefined;

  /** Ends what is under way. Returns its `settled`, for callers that do not go on with that change. */
  const drop = (): (() => void) | undefined => {
    const { stop, settled } = current ?? {};
    current = undefined;
    stop?.();
    return settled;
  };

  /** Frees what was computed for a model that is no longer shown; where the code for that can't be loaded, it is left to be collected. */
  const letGo = (left: Given | undefined): void => {
    const shown = () => getState().memory.given;
    if (left && left !== shown())
      void import('./passes/letting-go').then(({ letGoOf }) => letGoOf(left, shown)).catch(() => undefined);
  };

  const put = (change: Partial<State>, settled: () => void): void => {
    const { given } = getState().memory;
    const next = { ...getState(), ...change };
    setState({ ...change, memory: memoryOf(next) });
    letGo(given);
    settled();
  };

  const giveUp = (notice: string): void => {
    const settled = drop();
    setState({ pending: undefined, notice });
    settled?.();
  };

  const finish = (worked: Worked, before: Given | undefined, settled: () => void) => {
    const change = getState().pending!.change;
    const choice = change.choice ?? getState().choice;
    const pass = worked.pass ?? before!.pass;
    const given: Given = { choice, pass, ...(worked.comparison && { comparison: worked.comparison }) };
    const next = { ...getState(), ...change, memory: { given } };
    const left = jobOf(next);
    // The reader has gone to another view meanwhile, which needs more.
    if (left) return begin(left, given, settled);
    current = undefined;
    put({ ...change, memory: { given }, pending: undefined }, settled);
  };

  function begin(job: Job, before: Given | undefined, settled: () => void): void {
    let underWay: UnderWay | undefined;
    const mine = { stop: () => underWay?.stop(), settled };
    const isCurrent = () => current === mine;
    current = mine;
    const tell = (done: number) => {
      if (isCurrent()) setState({ pending: { ...getState().pending!, done } });
    };
    const work = async (): Promise<void> => {
      const start = await loadWork();
      if (!isCurrent()) return;
      underWay = start(job, tell, givenOf(getState())?.pass);
      if (underWay) {
        const worked = await underWay.result;
        if (isCurrent()) finish(worked, before, settled);
        return;
      }
      current = undefined;
      put({ ...getState().pending!.change, pending: undefined }, settled);
    };
    work().catch((error: unknown) => {
      if (isCurrent()) giveUp(unworkable('This was undone', error));
    });
  }

  return {
    /** Makes a change, at once or once it can be shown; `settled` is called then, and also where it was given up. */
    take(change: Partial<State>, settled: () => void = () => undefined): void {
      const state = getState();
      if (!change.choice && !jobOf({ ...state, ...change })) {
        put(change, settled);
        return;
      }
      const all = { ...state.pending?.change, ...change };
      const next = { ...state, ...all };
      const job = jobOf(next);
      drop();
      if (job) {
        setState({ pending: { change: all, done: 0 } });
        begin(job, givenOf(next), settled);
      } else put({ ...all, pending: undefined }, settled);
    },

    /** Gives up what is under way: the page stays as it is. */
    stop(): void {
      if (current) giveUp('Stopped. The page shows what it showed before.');
    },
  };
}
