import { type ActivationSlot, activationOf, chooseRoute, type Route } from '../activations';
import type { Model } from '../model/model';
import type { Step } from '../pass/trace';

/** The way by which an activation's backward got g′ in a step of the record; undefined where it read no slot. */
export function routeTaken(
  { cache, layer }: Pick<Step, 'cache' | 'layer'>,
  { layers }: Pick<Model, 'layers'>,
): Route | undefined {
  const of = layers[layer - 1]!;
  const read = cache.find((event) => event.kind === 'read' && event.cache === 'activation');
  // The slots of an activation_cache are those that the operation declares.
  const slot = read?.slot as ActivationSlot | undefined;
  return slot && chooseRoute(activationOf(of).routes(of.alpha), new Set([slot]), of.route);
}
