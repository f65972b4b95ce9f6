import { largest } from '../core/math/extremes';
import type { Model } from '../core/model/model';
import { dryRun } from '../core/pass/dry-run';
import { checkpointReference, planOf } from './plans';

const known = new WeakMap<Model, readonly number[]>();

/**
 * The peak of the bytes held with a checkpoint every k layers, for k from 1 to the number of layers. Each takes a dry run,
 * so that many layers take long, whatever their sizes; it is done once per model.
 */
export function peaksOverK(model: Model): readonly number[] {
  const peaks = known.get(model) ?? model.layers.map((_, i) => peakOf(model, i + 1));
  known.set(model, peaks);
  return peaks;
}

function peakOf(model: Model, k: number): number {
  const steps = dryRun(planOf(checkpointReference(k)).apply(model));
  return largest(steps.map(({ cacheBytes }) => cacheBytes));
}
