import '../../core/math/kernel/provided';
import { expose } from 'comlink';
import type { ActivationName } from '../../core/activations';
import type { Model } from '../../core/model/model';
import { operationOf } from '../../core/pass/nodes';
import { record } from '../../core/pass/record';
import { random } from '../../data/random';
import { planOf } from '../plans';
import { measurePairs } from './measuring';
import type { Paired, Times } from './pairs';
import { type Size, subjectOf } from './subject';

/** Times passes in a row: the whole, and of it the steps that belong to the activations of the way back. */
function timePasses(model: Model, passes: number): Times {
  const start = performance.now();
  let activations = 0;
  let before = start;
  for (let pass = 0; pass < passes; pass++)
    record(model, ({ phase, node }) => {
      const now = performance.now();
      if (phase === 'recompute' || (phase === 'backward' && operationOf(node).g)) activations += now - before;
      before = now;
    });
  return { pass: performance.now() - start, activations };
}

/** Measures two plans on a network of one activation; the seed decides the order of the runs. */
function timePlans(
  references: readonly [string, string],
  activation: ActivationName,
  size: Size,
  seed: number,
  onPair: (done: number, of: number) => void,
): Promise<Paired> {
  const subject = subjectOf(activation, size);
  const models = references.map((reference) => planOf(reference).apply(subject));
  return measurePairs((rule, passes) => timePasses(models[rule]!, passes), random(seed), onPair);
}

export type TimePlans = typeof timePlans;

expose(timePlans);
