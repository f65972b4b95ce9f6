import { largest } from '../core/math/extremes';
import type { Model } from '../core/model/model';
import { dryRun } from '../core/pass/dry-run';
import { checkpointReference, planOf } from './plans';

/** The peak of the bytes held with a checkpoint every k layers, for k from 1 to the number of layers. */
export const peaksOverK = (model: Model): number[] =>
  model.layers.map((_, i) => {
    const steps = dryRun(planOf(checkpointReference(i + 1)).apply(model));
    return largest(steps.map(({ cacheBytes }) => cacheBytes));
  });
