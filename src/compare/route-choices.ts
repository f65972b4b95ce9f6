import { activationOf, chooseRoute, type Route, slotOfRoute } from '../core/activations';
import { keptSlots, type Layer, type RouteName, routeNames } from '../core/model/model';

/** The choices for how a layer's backward gets g′, and the one that is chosen now. */
export interface RouteChoices {
  /** With `cheapest`, no route is wanted. */
  readonly offered: readonly (RouteName | 'cheapest')[];
  readonly chosen: RouteName | 'cheapest';
  /** The route that is taken where none is wanted. */
  readonly cheapest: Route;
}

/**
 * The ways to g′ between which a layer leaves a choice: which of Z and A is read where both are kept and both lead
 * there, and by which form where Z is read and has two. Undefined where there is nothing to choose.
 */
export function routeChoices(layer: Layer): RouteChoices | undefined {
  const routes = activationOf(layer).routes(layer.alpha);
  const kept = new Set(keptSlots(layer));
  const cheapest = chooseRoute(routes, kept);
  // A backward that reads a mask or a slope reads neither Z nor A; a missing Z is read once it is computed again.
  if (cheapest !== 'Z' && cheapest !== 'A') return undefined;
  const readable = (route: Route) =>
    routes.includes(route) && (kept.has(slotOfRoute(route)) || slotOfRoute(route) === cheapest);
  const possible = routeNames.filter(readable);
  if (possible.length < 2) return undefined;
  const isBetweenSlots = possible.some((route) => slotOfRoute(route) !== cheapest);
  const taken = chooseRoute(routes, kept, layer.route);
  const wanted = possible.find((route) => route === taken && layer.route !== undefined);
  return {
    offered: isBetweenSlots ? ['cheapest', ...possible] : possible,
    chosen: wanted ?? (isBetweenSlots ? 'cheapest' : cheapest),
    cheapest,
  };
}
