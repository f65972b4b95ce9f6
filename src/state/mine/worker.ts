import { expose } from 'comlink';
import type { Brought } from '../../mine';
import type { Choice } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import { judged } from './judged';

/** What judges arrays in a thread of its own, so that the page goes on whatever they are. */
export const judging = {
  /** The report, or the sentence that says why there is none. */
  async judge(choice: Choice, tensors: ReadonlyMap<string, Brought>) {
    return (await defineFormulas(choice)) ?? judged(choice, tensors);
  },
};

export type Judging = typeof judging;

expose(judging);
