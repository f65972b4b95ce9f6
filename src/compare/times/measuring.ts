import type { Random } from '../../data/random';
import { FEWEST } from './interval';
import { ordersOf, type Pair, type Paired, summarizePairs, type Times } from './pairs';

/** Runs a rule's pass so many times in a row, and returns their total times, in ms. */
export type Run = (rule: 0 | 1, passes: number) => Times;

/** How long each run is at least, in ms: far longer than a clock's tick, and than what a machine does in between. */
export const SHORTEST_RUN = 20;

/** How long a run should become, in ms: if the warm-up was held up, the runs that count must still be long enough. */
const ROOMY_RUN = 30;

/** How long both rules are run before anything counts, in ms: until their code has been optimised. */
const WARM_UP = 500;

/** How long all pairs may take, in ms, and the fewest and most of them. */
const PATIENCE = 4000;
const FEWEST_PAIRS = 2 * FEWEST;
const MOST_PAIRS = 60;

/**
 * Measures two rules by pairs of runs in random order. How many passes make a run, and how many pairs are taken, is
 * settled by the warm-up: to stop where the numbers please would be to choose the answer. `onPair` is called with
 * how many pairs are done, and of how many.
 */
export async function measurePairs(
  run: Run,
  random: Pick<Random, 'uniform'>,
  onPair: (done: number, of: number) => unknown,
): Promise<Paired> {
  const { passes, time } = warmUp(run);
  const affordable = 2 * Math.floor(PATIENCE / time / 2);
  const count = Math.min(MOST_PAIRS, Math.max(FEWEST_PAIRS, affordable));
  const pairs: Pair[] = [];
  for (const order of ordersOf(count, random)) {
    await onPair(pairs.length, count);
    const times: [Times, Times] = [none, none];
    for (const rule of order) times[rule] = meanOf(run, rule, passes);
    pairs.push(times);
  }
  return summarizePairs(pairs);
}

const none: Times = { pass: 0, activations: 0 };

/** The mean times of one pass, in a run of so many passes, which is repeated until it was long enough. */
function meanOf(run: Run, rule: 0 | 1, passes: number): Times {
  let { pass, activations } = none;
  let done = 0;
  while (pass < SHORTEST_RUN) {
    const more = run(rule, passes);
    pass += more.pass;
    activations += more.activations;
    done += passes;
  }
  return { pass: pass / done, activations: activations / done };
}

/**
 * Runs both rules in turn until they are warm and a run is long enough: how many passes that takes, and how long a
 * pair does, in ms.
 */
function warmUp(run: Run): { passes: number; time: number } {
  let passes = 1;
  let spent = 0;
  for (;;) {
    const [first, second] = [run(0, passes).pass, run(1, passes).pass];
    const shorter = Math.min(first, second);
    spent += first + second;
    if (shorter < ROOMY_RUN) passes = Math.ceil(passes * Math.min(2, ROOMY_RUN / shorter));
    else if (spent >= WARM_UP) return { passes, time: first + second };
  }
}
