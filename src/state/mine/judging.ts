import { proxy } from 'comlink';
import { threadFrom } from '../../compare/thread';
import type { Brought, Report } from '../../mine';
import type { Choice } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import { handedOver } from '../passes/handed-over';
import type { Judging } from './worker';

const BROKE_OFF = 'These arrays could not be checked';

/** The report on arrays, or the sentence that says why there is none. */
export type Outcome = Report | string;

/** A thread that judges; undefined where there are no workers. */
const startThread = () =>
  threadFrom<Judging>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    'the part of the page that checks them could not be loaded',
  );

/** Judges arrays, in a thread of its own where the browser has threads; `tell` is called with the outcome, and `onDone` with how much is done, from 0 to 1. Returns a function that ends it. */
export function startJudging(
  choice: Choice,
  tensors: ReadonlyMap<string, Brought>,
  tell: (outcome: Outcome) => void,
  onDone: (done: number) => void,
): () => void {
  const thread = startThread();
  const here = async () =>
    (await defineFormulas(choice)) ?? (await import('./report-on')).reportOn(choice, tensors);
  let over = false;
  const tellDone = proxy((done: number) => void (over || onDone(done)));
  const outcome: Promise<Outcome> = thread
    ? Promise.race([thread.remote.judge(handedOver(choice), tensors, tellDone), thread.failed])
    : here();
  const end = (told: Outcome) => {
    if (!over) tell(told);
    over = true;
    thread?.end();
  };
  outcome.then(end, (error: Error) => end(`${BROKE_OFF}: ${error.message.replace(/\.?$/, '.')}`));
  return () => {
    over = true;
    thread?.end();
  };
}
