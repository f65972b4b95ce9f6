import '../../core/math/kernel/provided';
import '../../data/irises';
import { expose, transfer } from 'comlink';
import { defineFormulas } from '../choice/formulas';
import type { How, Now } from '../opening/types';
import { buffersIn } from './buffers';
import { type Asked, buffersWithin, doErrand, type ErrandName } from './errands';
import { buffersOfPacked, packed, unpacked } from './rows';
import { workOn } from './work';

/** Does a job, and hands over what came of it without copying a number. */
async function work(job: unknown, tell: (done: number) => void) {
  const worked = await workOn(job, tell);
  return transfer(worked, [...buffersIn(worked)]);
}

/** Opens a file; what is shown now, and what comes of it, have their rows packed. */
async function open(file: File, now: unknown, how: How): Promise<unknown> {
  const { openFile } = await import('../opening');
  const shown = unpacked<Now>(now);
  // Arrays are compared with the pass that is shown, which could be read where it is.
  await defineFormulas(shown.choice);
  const opened = packed(await openFile(file, shown, how));
  return transfer(opened, buffersOfPacked(opened));
}

/** Does an errand. */
async function errand(name: ErrandName, asked: unknown): Promise<unknown> {
  const brought = await doErrand(name, unpacked<Asked<ErrandName>>(asked));
  return brought && transfer(brought, buffersWithin(brought));
}

const offered = { work, open, errand };

export type Work = typeof offered;

expose(offered);
