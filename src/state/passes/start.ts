import { proxy } from 'comlink';
import { threadFrom } from '../../compare/thread';
import { knowBirths } from '../../core/checks/births/births';
import { knowFinite } from '../../core/math/finite';
import { type Read, refused } from '../../formats/read';
import { defineFormulas, meanAs } from '../choice/formulas';
import type { How, Now, OpenedFile } from '../opening/types';
import { besides, bringHome } from './bring-home';
import { matricesIn, tracesIn } from './buffers';
import type { Asked, Brought, ErrandName } from './errands';
import type { Prepared, Worked } from './given';
import { handedOver } from './handed-over';
import { createIdle } from './idle';
import { unpacked } from './rows';
import { isVeryLarge, shareFresh } from './shared';
import type { Job } from './work';
import type { Work } from './worker';

const NOT_STARTED = 'what does that could not be loaded, or has not enough memory';

/** Something that is under way. */
export interface UnderWay<T = Worked> {
  /** Never settles once it has been stopped. */
  readonly result: Promise<T>;
  /** Ends it, whatever it is doing. */
  stop(): void;
}

/** A thread for large passes and files; undefined where this browser has none. */
const startThread = () =>
  threadFrom<Work>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    NOT_STARTED,
  );

const idle = createIdle(startThread);

/** How long it takes the browser to clear away what a very large pass takes the place of, in ms. */
const CLEARED = 150;

/** Has what is drawn of a pass be a task of its own, after what the browser does by itself. */
const taskOfItsOwn = (pass: Prepared | undefined) =>
  new Promise<void>((resolve) => setTimeout(resolve, pass && isVeryLarge(pass.trace) ? CLEARED : 0));

/**
 * Does a job in a thread of its own; undefined where this browser has none. `tell` is called with the share that is done.
 * Matrices with the same numbers as in the pass `before` are replaced by those of that pass.
 */
export function startWork(job: Job, tell: (done: number) => void, before?: Prepared): UnderWay | undefined {
  const thread = idle.take();
  if (!thread) return undefined;
  const { remote, failed, end } = thread;
  const work = async (): Promise<Worked> => {
    const { strange, ...worked } = (await remote.work(
      handedOver(besides(job, before)),
      proxy(tell),
    )) as Worked;
    for (const matrix of matricesIn(worked)) knowFinite(matrix, strange?.has(matrix) !== true);
    // The activations of formulas do not travel.
    for (const { model } of tracesIn(worked)) meanAs(model.layers, job.choice.layers);
    if (worked.pass) knowBirths(worked.pass.trace, worked.pass.births);
    if (worked.pass && before) shareFresh(worked.pass, before.untouched);
    bringHome(worked, before);
    await taskOfItsOwn(worked.pass);
    return worked;
  };
  const result = Promise.race([work(), failed]);
  let isDone = false;
  void result.then(({ pass = before }) => {
    isDone = true;
    // The memory of a very large pass is given back at once.
    if (pass && isVeryLarge(pass.trace)) end();
    else idle.leave(thread);
  }, end);
  return { result, stop: () => isDone || end() };
}

/** Does an errand in a thread of its own; here, where this browser has none. */
export function startErrand<E extends ErrandName>(name: E, asked: Asked<E>): UnderWay<Brought<E>> {
  const thread = startThread();
  if (!thread) {
    const result = import('./errands').then(({ doErrand }) => doErrand(name, asked));
    return { result, stop: () => undefined };
  }
  const { remote, failed, end } = thread;
  const brought = remote.errand(name, handedOver(asked)) as Promise<Brought<E>>;
  const result = Promise.race([brought, failed]);
  void result.then(end, end);
  return { result, stop: end };
}

/** Opens a file in a thread of its own; here, where this browser has none. */
export async function openElsewhere(file: File, now: Now, how: How): Promise<Read<OpenedFile>> {
  const thread = startThread();
  if (!thread) return (await import('../opening')).openFile(file, now, how);
  const { remote, failed, end } = thread;
  try {
    const opened = await Promise.race([remote.open(file, handedOver(now), how), failed]);
    const read = unpacked<Read<OpenedFile>>(opened);
    // The activations of formulas do not travel.
    const flaw = read.ok ? await defineFormulas(read.value.choice) : undefined;
    return flaw ? refused(flaw) : read;
  } finally {
    end();
  }
}
