import { proxy } from 'comlink';
import { threadOf } from '../../compare/thread';
import { knowBirths } from '../../core/checks/births/births';
import { packed } from './rows';
import type { Job, Worked } from './work';
import type { Work } from './worker';

/** A job that is under way. */
export interface UnderWay {
  /** Never settles once it has been stopped. */
  readonly result: Promise<Worked>;
  /** Ends it, whatever it is at. */
  stop(): void;
}

/** Does a job in a thread of its own; undefined where this browser has none. `tell` hears which share of it is done. */
export function startWork(job: Job, tell: (done: number) => void): UnderWay | undefined {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
  const { remote, failed, end } = threadOf<Work>(worker);
  const work = async (): Promise<Worked> => {
    const worked = (await remote(packed(job), proxy(tell))) as Worked;
    if (worked.pass) knowBirths(worked.pass.trace, worked.pass.births);
    return worked;
  };
  const result = Promise.race([work(), failed]);
  void result.then(end, end);
  return { result, stop: end };
}
