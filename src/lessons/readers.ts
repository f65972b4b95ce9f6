import { activationOf } from '../core/activations';
import type { Layer } from '../core/model/model';
import { named } from '../core/model/names';
import { costOfMaking } from './figures';
import type { Seen } from './seen';
import { readsIn, turnMaking } from './turn';

/** The tensors that a layer's activation read out of the caches on the way back. */
export const readsOf = ({ trace }: Seen, layer: number) =>
  readsIn(trace, turnMaking(trace, named('dZ', layer))).map(({ buffer }) => buffer);

/** Whether all that an activation's slope depends on is which cells are above 0. */
function isSign(layer: Layer): boolean {
  const { routes, kinks } = activationOf(layer);
  return routes(layer.alpha).includes('mask') && kinks.length === 1 && kinks[0] === 0;
}

/** An activation of the network: whether it read Z, whether it has to, and its exponentials on the way back. */
export interface Reader {
  readonly name: string;
  readonly asksSign: boolean;
  readonly reads: boolean;
  readonly needs: boolean;
  readonly exponentials: number;
}

/** Whether an activation's slope follows from Z and not from A. */
function needsZ(layer: Layer): boolean {
  const routes = activationOf(layer).routes(layer.alpha);
  return routes.includes('Z') && !routes.includes('A');
}

/** Each activation of the network once, with the exponentials of all its layers. */
export function activationsOf(seen: Seen): readonly Reader[] {
  const found = new Map<string, Reader>();
  seen.trace.model.layers.forEach((layer, i) => {
    const name = layer.activation;
    const { exponentials } = costOfMaking(seen.trace, named('dZ', i + 1));
    const before = found.get(name);
    found.set(name, {
      name,
      asksSign: isSign(layer),
      reads: readsOf(seen, i + 1).includes(named('Z', i + 1)) || before?.reads === true,
      needs: needsZ(layer) || before?.needs === true,
      exponentials: exponentials + (before?.exponentials ?? 0),
    });
  });
  return [...found.values()];
}
