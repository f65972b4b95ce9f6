import { expose, transfer } from 'comlink';
import { buffersIn, workOn } from './work';

/** Does a job, and hands over what came of it without copying a number. */
async function work(job: unknown, tell: (done: number) => void) {
  const worked = await workOn(job, tell);
  return transfer(worked, buffersIn(worked));
}

export type Work = typeof work;

expose(work);
