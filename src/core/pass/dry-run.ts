import { Recent } from '../activations/recent';
import { cachedBytes, type Model, sizesOf } from '../model/model';
import { narrowed } from '../model/narrowed';
import { ledger } from './ledger';
import { record } from './record';
import type { DryStep, Step } from './trace';

/**
 * The steps of a pass, with the bytes they would hold, without the cost of running it: what is saved, read and
 * freed depends neither on the numbers nor on how many there are, so that one unit and one example tell all. The numbers
 * of those are nobody's affair.
 */
export function dryRun(model: Model): readonly DryStep[] {
  const steps = outlineOf(narrowed(model));
  const sizes = sizesOf(model);
  const bytes = ledger(steps, ({ name }) => cachedBytes(name, model, sizes));
  return steps.map((step, i) => ({ ...step, cacheBytes: bytes[i]! }));
}

/** The outlines of all keep rules, for what is shown and what was shown before. */
const outlines = new Recent<readonly Step[]>(16);

/** The steps of a model that has one unit in each layer. They are the same whatever its numbers are. */
function outlineOf(model: Model): readonly Step[] {
  const { layers, loss, output, checkpoint, precision } = model;
  const shapes = layers.map(({ dropout, ...layer }) => [
    layer,
    dropout && { ...dropout, D: Boolean(dropout.D) },
  ]);
  const key = JSON.stringify([shapes, loss, output, checkpoint, precision]);
  const steps = outlines.get(key) ?? record(model).steps;
  outlines.set(key, steps);
  return steps;
}
