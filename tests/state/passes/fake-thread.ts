import { besides, bringHome } from '../../../src/state/passes/bring-home';
import { buffersIn } from '../../../src/state/passes/buffers';
import type { Worked } from '../../../src/state/passes/given';
import { packed } from '../../../src/state/passes/rows';
import { type Job, workOn } from '../../../src/state/passes/work';
import type { StartWork } from '../../../src/state/taking';

/** A job that was begun elsewhere, as a test sees it. */
export interface Begun {
  readonly job: Job;
  isStopped: boolean;
  tell(done: number): void;
  /** Does it, and hands over what came of it as threads do; tells the bytes of its numbers. */
  finish(): Promise<{ readonly pass: number; readonly comparison: number }>;
  fail(error: Error): void;
}

const bytesIn = (worked: Worked): number =>
  [...buffersIn(worked)].reduce((sum, { byteLength }) => sum + byteLength, 0);

/** What stands in the place of a thread: jobs wait until a test has them done. */
export function fakeThread() {
  const begun: Begun[] = [];
  const start: StartWork = (job, tell, before) => {
    let settle: { resolve(worked: Worked): void; reject(error: Error): void };
    const result = new Promise<Worked>((resolve, reject) => {
      settle = { resolve, reject };
    });
    const one: Begun = {
      job,
      isStopped: false,
      tell,
      async finish() {
        const worked = await workOn(structuredClone(packed(besides(job, before))), tell);
        const received: Worked = structuredClone(worked, { transfer: [...buffersIn(worked)] });
        const { pass, comparison } = received;
        const sent = {
          pass: bytesIn({ ...(pass && { pass }) }),
          comparison: bytesIn({ ...(comparison && { comparison }) }),
        };
        bringHome(received, before);
        settle.resolve(received);
        await result;
        await Promise.resolve();
        return sent;
      },
      fail: (error) => settle.reject(error),
    };
    begun.push(one);
    const stop = () => {
      one.isStopped = true;
    };
    return { result, stop };
  };
  return { begun, load: async () => start };
}
