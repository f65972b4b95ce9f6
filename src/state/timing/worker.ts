import { expose } from 'comlink';
import type { ActivationName } from '../../core/activations';
import type { Model } from '../../core/model';
import { record } from '../../core/pass/record';
import { planOf } from '../plans';
import { orderOf, type Paired, summarizePairs, type Times } from './pairs';
import { type Size, subjectOf } from './subject';

/** Times one pass: the whole, and from step to step what belongs to the activations of the way back. */
function timePass(model: Model): Times {
  const start = performance.now();
  let activations = 0;
  let before = start;
  record(model, ({ phase, op }) => {
    const now = performance.now();
    if (phase === 'recompute' || (phase === 'backward' && op === 'activation')) activations += now - before;
    before = now;
  });
  return { pass: before - start, activations };
}

/** Runs two plans in turn, so many pairs after one that does not count, and tells of each pair that is done. */
async function timePlans(
  references: readonly [string, string],
  activation: ActivationName,
  size: Size,
  count: number,
  onPair: (done: number) => void,
): Promise<Paired> {
  const subject = subjectOf(activation, size);
  const models = references.map((reference) => planOf(reference).apply(subject));
  const pairs: [Times, Times][] = [];
  for (let pair = -1; pair < count; pair++) {
    const times: Partial<Record<0 | 1, Times>> = {};
    for (const at of orderOf(pair)) times[at] = timePass(models[at]!);
    if (pair >= 0) pairs.push([times[0]!, times[1]!]);
    await onPair(pair + 1);
  }
  return summarizePairs(pairs);
}

export type TimePlans = typeof timePlans;

expose(timePlans);
