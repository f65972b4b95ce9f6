import { type ActivationCache, activationOf, cacheReadBy } from './activations';
import { linearSlot } from './forward-steps';
import { fusedGradient, losses } from './losses';
import { rowMeans, scalar } from './matrix';
import type { Model } from './model';
import { multiply, transposed } from './multiply';
import type { Access, Tape } from './tape';
import type { Slot } from './trace';

/*
 * The steps of the loss and of the way back. A layer's caches are freed after their last read.
 */

/** J, and A[L] for its gradient. */
export function cost(tape: Tape, { layers, loss, precision }: Model): void {
  const last = layers.length;
  tape.step({ phase: 'loss', op: 'cost', layer: last }, ({ buffer, write, save }) => {
    write('cost', scalar(losses[loss].cost(buffer(`A${last}`), buffer('Y')), precision));
    save(lossSlot(last), `A${last}`);
  });
}

const lossSlot = (layer: number): Slot => ({ layer, cache: 'loss', slot: 'A' });

/** dA[L], per example, out of what the loss kept. */
export function costGradient(tape: Tape, { layers, loss }: Model): void {
  const last = layers.length;
  tape.step({ phase: 'loss', op: 'cost_gradient', layer: last }, ({ buffer, slot, write, free }) => {
    write(`dA${last}`, losses[loss].gradient(slot(lossSlot(last)), buffer('Y')));
    free(last, 'loss');
  });
}

/** dZ[L] = A[L] − Y at once, out of what the loss kept. Nothing will read layer L's activation_cache. */
export function fusedOutput(tape: Tape, { layers }: Model): void {
  const last = layers.length;
  tape.step({ phase: 'loss', op: 'output', layer: last }, ({ buffer, slot, write, free }) => {
    write(`dZ${last}`, fusedGradient(slot(lossSlot(last)), buffer('Y')));
    free(last, 'loss');
    free(last, 'activation');
  });
}

/** A layer's activation_cache as its activation's backward sees it: to touch a getter is to read the slot. */
const cacheOf = ({ slot, held }: Access, layer: number): ActivationCache =>
  cacheReadBy(held(layer, 'activation') as ActivationCache['held'], (name) =>
    slot({ layer, cache: 'activation', slot: name }),
  );

/** dZ = dA ⊙ g′, with g′ by the route that the kept slots allow; for softmax its Jacobian times dA. */
export function activationBackward(tape: Tape, model: Model, l: number): void {
  const layer = model.layers[l - 1]!;
  tape.step({ phase: 'backward', op: 'activation', layer: l }, (access) => {
    const dA = access.buffer(`dA${l}`);
    access.write(`dZ${l}`, activationOf(layer).backward(cacheOf(access, l), dA, layer.alpha, layer.route));
    access.free(l, 'activation');
  });
}

/** dW = dZ A_prevᵀ / m */
export function weights(tape: Tape, { precision }: Model, l: number): void {
  tape.step({ phase: 'backward', op: 'weights', layer: l }, ({ buffer, slot, write, free }) => {
    const dZ = buffer(`dZ${l}`);
    const A_prev = slot(linearSlot(l, 'A_prev'));
    write(`dW${l}`, multiply(dZ, transposed(A_prev), precision, { dividedBy: dZ.cols }));
    // The first layer sends nothing further back, so that this is the last read of its cache.
    if (l === 1) free(l, 'linear');
  });
}

/** db, the row mean of dZ. */
export function bias(tape: Tape, l: number): void {
  tape.step({ phase: 'backward', op: 'bias', layer: l }, ({ buffer, write }) => {
    write(`db${l}`, rowMeans(buffer(`dZ${l}`)));
  });
}

/** dA of the layer before, Wᵀ dZ. */
export function input(tape: Tape, { precision }: Model, l: number): void {
  tape.step({ phase: 'backward', op: 'input', layer: l }, ({ buffer, slot, write, free }) => {
    const dZ = buffer(`dZ${l}`);
    write(`dA${l - 1}`, multiply(transposed(slot(linearSlot(l, 'W'))), dZ, precision));
    free(l, 'linear');
  });
}
