import { activationOf, chooseRoute, type Route } from './activations';
import type { Model } from './model';
import type { Step } from './trace';

/** The way by which an activation's backward got g′ in a step of the record; undefined where it read no slot. */
export function routeTaken({ cache, layer }: Step, { layers }: Pick<Model, 'layers'>): Route | undefined {
  const read = cache.find((event) => event.kind === 'read' && event.cache === 'activation');
  if (read?.cache !== 'activation') return undefined;
  const of = layers[layer - 1]!;
  return chooseRoute(activationOf(of).routes(of.alpha), new Set([read.slot]), of.route);
}
