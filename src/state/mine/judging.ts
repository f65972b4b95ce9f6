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

/** Judging arrays, in a thread of its own where the browser has threads; `tell` is called with the outcome. Returns a function that ends it. */
export function startJudging(
  choice: Choice,
  tensors: ReadonlyMap<string, Brought>,
  tell: (outcome: Outcome) => void,
): () => void {
  const thread = startThread();
  const here = async () =>
    (await defineFormulas(choice)) ?? (await import('./report-on')).reportOn(choice, tensors);
  const outcome: Promise<Outcome> = thread
    ? Promise.race([thread.remote.judge(handedOver(choice), tensors), thread.failed])
    : here();
  let over = false;
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
