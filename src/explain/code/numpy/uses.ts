import { activationOf, isBuiltIn, type Route } from '../../../core/activations';
import type { Layer } from '../../../core/model/model';
import { routeTaken } from '../../../core/operations/route-taken';
import { operationOf } from '../../../core/pass/nodes';
import type { Trace } from '../../../core/pass/trace';
import type { InNumpy } from './in-numpy';
import { rowOf } from './of-layer';

/** How a pass uses an activation: the routes that its backwards take, and what is derived for a cache. */
export interface Used {
  readonly routes: ReadonlySet<Route>;
  readonly derived: ReadonlySet<string>;
  readonly row: InNumpy;
}

/** The name of a layer's activation in Python: its own, or, for a formula of one's own, one by its layer. */
export const calledIn = ({ activation, own }: Layer, l: number): string => (own ? `g${l}` : activation);

/** Whether a name is that of what is worked out only to be kept. */
export const isDerived = (name: string): boolean => /^(mask|slope)/.test(name);

/** How a pass uses each of its activations, by what they are called, so that only this is written out. */
export function usesOf({ steps, model }: Trace): ReadonlyMap<string, Used> {
  const used = new Map<string, Used & { routes: Set<Route>; derived: Set<string> }>();
  for (const step of steps) {
    const layer = model.layers[step.layer - 1]!;
    const row = rowOf(layer);
    if (!operationOf(step.node).g || !row) continue;
    const name = calledIn(layer, step.layer);
    const { routes, derived } = used.get(name) ?? { routes: new Set<Route>(), derived: new Set<string>() };
    used.set(name, { routes, derived, row });
    const route = routeTaken(step, model);
    if (route) routes.add(route);
    for (const { name } of step.writes) if (isDerived(name)) derived.add(name.replace(/\d+$/, ''));
  }
  return used;
}

/** The name of an activation's backward by a route; the route is part of it where layers differ in it. */
export const backwardName = (activation: string, route: Route, { routes }: Used): string =>
  routes.size > 1 ? `${activation}_backward_from_${route}` : `${activation}_backward`;

/** Whether an activation has a parameter, which its functions take as their last. */
export const hasAlpha = (activation: string): boolean =>
  isBuiltIn(activation) && activationOf(activation).alpha !== undefined;
