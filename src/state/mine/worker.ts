import '../../core/math/kernel/provided';
import '../../data/irises';
import { expose } from 'comlink';
import type { Brought } from '../../mine';
import type { Choice } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import { atPace } from '../passes/pace';
import { unpacked } from '../passes/rows';
import { reportOn } from './report-on';

/** What judges arrays in a thread of its own, so that the page goes on whatever they are. */
export const judging = {
  /** The report of a choice whose rows are packed, or the sentence that says why there is none; `tell` is called with how much is done. */
  async judge(packed: unknown, tensors: ReadonlyMap<string, Brought>, tell: (done: number) => void) {
    const choice = unpacked<Choice>(packed);
    return (await defineFormulas(choice)) ?? reportOn(choice, tensors, atPace(tell));
  },
};

export type Judging = typeof judging;

expose(judging);
