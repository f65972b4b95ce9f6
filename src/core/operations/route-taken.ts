import { type ActivationSlot, activationOf, chooseRoute, type Route } from '../activations';
import type { Layer } from '../model';
import type { Step } from '../pass/trace';

/** The way by which an activation's backward got g′ in a step of the record; undefined where it read no slot. */
export function routeTaken({ cache }: Pick<Step, 'cache'>, of: Layer): Route | undefined {
  const read = cache.find((event) => event.kind === 'read' && event.cache === 'activation');
  // The slots of an activation_cache are those that the operation declares.
  const slot = read?.slot as ActivationSlot | undefined;
  return slot && chooseRoute(activationOf(of).routes(of.alpha), new Set([slot]), of.route);
}
