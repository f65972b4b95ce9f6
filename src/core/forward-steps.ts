import { activationOf } from './activations';
import { keptSlots, type Model } from './model';
import { multiply } from './multiply';
import type { Access, Tape } from './tape';
import type { Phase, Slot } from './trace';

/*
 * The steps of the way forward, which are also those that answer a miss.
 */

/** The phases in which a layer goes forward. */
export type Pass = Extract<Phase, 'forward' | 'recompute'>;

/** A slot of a layer's linear_cache. */
export const linearSlot = (layer: number, slot: 'A_prev' | 'W' | 'b'): Slot => ({
  layer,
  cache: 'linear',
  slot,
});

/** What a step leaves in the caches. */
type Keeping = (access: Access) => void;

/** Leaves the caches alone. */
export const keepNothing: Keeping = () => undefined;

/** Leaves A_prev, W and b in layer l's linear_cache. */
export const keepLinearCache =
  (l: number): Keeping =>
  ({ save }) => {
    save(linearSlot(l, 'A_prev'), `A${l - 1}`);
    save(linearSlot(l, 'W'), `W${l}`);
    save(linearSlot(l, 'b'), `b${l}`);
  };

/** Z = W A_prev + b, out of the layer's linear_cache where that is held, else from the network. */
export function linear(tape: Tape, model: Model, l: number, phase: Pass, keep: Keeping): void {
  tape.step({ phase, op: 'linear', layer: l }, (access) => {
    const { buffer, slot, held, write } = access;
    const kept = held(l, 'linear').size > 0;
    const A_prev = kept ? slot(linearSlot(l, 'A_prev')) : buffer(`A${l - 1}`);
    const W = kept ? slot(linearSlot(l, 'W')) : buffer(`W${l}`);
    const b = kept ? slot(linearSlot(l, 'b')) : buffer(`b${l}`);
    write(`Z${l}`, multiply(W, A_prev, model.precision, { plus: b }));
    keep(access);
  });
}

/** A = g(Z), and what the layer's keep rule asks for; a dropped layer's activation_cache stays empty. */
export function activation(tape: Tape, { layers }: Model, l: number, phase: Pass, dropped = false): void {
  tape.step({ phase, op: 'activation', layer: l }, ({ buffer, write, save }) => {
    const layer = layers[l - 1]!;
    const g = activationOf(layer);
    const Z = buffer(`Z${l}`);
    write(`A${l}`, g.forward(Z, layer.alpha));
    if (dropped) return;
    for (const slot of keptSlots(layer)) {
      if (slot === 'mask' || slot === 'slope') write(`${slot}${l}`, g.derive(slot, Z, layer.alpha)!);
      save({ layer: l, cache: 'activation', slot }, `${slot}${l}`);
    }
  });
}

/** Answers a miss of Z: the forward step of the layer again, out of its linear_cache. */
export function recompute(tape: Tape, model: Model, missed: Slot): string {
  const l = missed.layer;
  const name = `Z${l}`;
  if (missed.cache !== 'activation' || missed.slot !== 'Z')
    throw new Error(`only Z can be recomputed, not ${missed.slot}`);
  linear(tape, model, l, 'recompute', ({ save }) => save(missed, name));
  return name;
}
