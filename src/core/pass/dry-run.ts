import { Recent } from '../math/recent';
import { cachedBytes, type Model, sizesOf } from '../model/model';
import { narrowed } from '../model/narrowed';
import { ledger } from './ledger';
import { record } from './record';
import type { DryStep, Step } from './trace';

/**
 * The steps of a pass, with the bytes they would hold, without the cost of running it: what is saved, read and
 * freed depends neither on the numbers nor on how many there are, so that a pass with one unit a
 * layer and one example tells all. Nobody looks at the numbers of that pass.
 */
export function dryRun(model: Model): readonly DryStep[] {
  const steps = outlineOf(narrowed(model));
  const sizes = sizesOf(model);
  const bytes = ledger(steps, ({ name }) => cachedBytes(name, model, sizes));
  return steps.map((step, i) => ({ ...step, cacheBytes: bytes[i]! }));
}

/** The outlines under all keep rules, of the network that is shown and of the one before. */
const outlines = new Recent<readonly Step[]>(16);

/** The steps of a model that has one unit in each layer. They are the same whatever its numbers are. */
function outlineOf(model: Model): readonly Step[] {
  const { layers, loss, output, checkpoint, precision } = model;
  const shapes = layers.map(({ dropout, ...layer }) => [
    layer,
    dropout && { ...dropout, D: Boolean(dropout.D) },
  ]);
  const key = JSON.stringify([shapes, loss, output, checkpoint, precision]);
  return outlines.of(key, () => record(model).steps);
}
