import { type ActivationCache, activationOf } from './activations';
import { ledger } from './ledger';
import { losses } from './losses';
import { type Matrix, rowMeans, scalar } from './matrix';
import { cachedBytes, keptSlots, type Model, sizesOf } from './model';
import { multiply, transposed } from './multiply';
import { type Access, Tape } from './tape';
import type { Slot, Trace } from './trace';

/**
 * Runs one forward and one backward pass and returns its log. The gradients are those of the course: dA and dZ
 * per example, dW and db of the mean cost.
 */
export function record(model: Model): Trace {
  const given = new Map([['A0', model.X], ['Y', model.Y], ...model.parameters]);
  const tape = new Tape(given, (slot) => recompute(tape, model, slot));
  const last = model.layers.length;
  for (let l = 1; l <= last; l++) forward(tape, model, l);
  cost(tape, model);
  for (let l = last; l >= 1; l--) backward(tape, model, l);
  const sizes = sizesOf(model);
  const bytes = ledger(tape.steps, (name) => cachedBytes(name, model, sizes));
  const steps = tape.steps.map((step, i) => ({ ...step, cacheBytes: bytes[i]! }));
  return { model, steps, buffers: tape.buffers, cacheBytes: { peak: Math.max(...bytes) } };
}

/** Where a linear step takes its inputs from: the network on the way forward, the cache when it runs again. */
interface LinearInputs {
  readonly W: Matrix;
  readonly A_prev: Matrix;
  readonly b: Matrix;
}

/** Z = W A_prev + b. */
const affine = ({ A_prev, W, b }: LinearInputs, { precision }: Model): Matrix =>
  multiply(W, A_prev, precision, { plus: b });

const linearSlot = (layer: number, slot: 'A_prev' | 'W' | 'b'): Slot => ({ layer, cache: 'linear', slot });

function forward(tape: Tape, model: Model, l: number): void {
  tape.step({ phase: 'forward', op: 'linear', layer: l }, ({ buffer, write, save }) => {
    const inputs = { A_prev: buffer(`A${l - 1}`), W: buffer(`W${l}`), b: buffer(`b${l}`) };
    write(`Z${l}`, affine(inputs, model));
    save(linearSlot(l, 'A_prev'), `A${l - 1}`);
    save(linearSlot(l, 'W'), `W${l}`);
    save(linearSlot(l, 'b'), `b${l}`);
  });
  tape.step({ phase: 'forward', op: 'activation', layer: l }, ({ buffer, write, save }) => {
    const layer = model.layers[l - 1]!;
    const g = activationOf(layer.activation);
    const Z = buffer(`Z${l}`);
    write(`A${l}`, g.forward(Z, layer.alpha));
    for (const slot of keptSlots(layer)) {
      if (slot === 'mask' || slot === 'slope') write(`${slot}${l}`, g.derive(slot, Z, layer.alpha)!);
      save({ layer: l, cache: 'activation', slot }, `${slot}${l}`);
    }
  });
}

function cost(tape: Tape, { layers, loss: name, precision }: Model): void {
  const last = layers.length;
  const loss = losses[name];
  const kept: Slot = { layer: last, cache: 'loss', slot: 'A' };
  tape.step({ phase: 'loss', op: 'cost', layer: last }, ({ buffer, write, save }) => {
    write('cost', scalar(loss.cost(buffer(`A${last}`), buffer('Y')), precision));
    save(kept, `A${last}`);
  });
  tape.step({ phase: 'loss', op: 'cost_gradient', layer: last }, ({ buffer, slot, write, free }) => {
    write(`dA${last}`, loss.gradient(slot(kept), buffer('Y')));
    free(last, 'loss');
  });
}

function backward(tape: Tape, model: Model, l: number): void {
  const { activation, alpha } = model.layers[l - 1]!;
  tape.step({ phase: 'backward', op: 'activation', layer: l }, (access) => {
    const dA = access.buffer(`dA${l}`);
    access.write(`dZ${l}`, activationOf(activation).backward(cacheOf(access, l), dA, alpha));
    access.free(l, 'activation');
  });
  tape.step({ phase: 'backward', op: 'weights', layer: l }, ({ buffer, slot, write, free }) => {
    const dZ = buffer(`dZ${l}`);
    const A_prev = slot(linearSlot(l, 'A_prev'));
    write(`dW${l}`, multiply(dZ, transposed(A_prev), model.precision, { dividedBy: dZ.cols }));
    // The first layer sends nothing further back, so that this is the last read of its cache.
    if (l === 1) free(l, 'linear');
  });
  tape.step({ phase: 'backward', op: 'bias', layer: l }, ({ buffer, write }) => {
    write(`db${l}`, rowMeans(buffer(`dZ${l}`)));
  });
  if (l === 1) return;
  tape.step({ phase: 'backward', op: 'input', layer: l }, ({ buffer, slot, write, free }) => {
    const dZ = buffer(`dZ${l}`);
    write(`dA${l - 1}`, multiply(transposed(slot(linearSlot(l, 'W'))), dZ, model.precision));
    free(l, 'linear');
  });
}

/** A layer's activation_cache as its activation's backward sees it: to touch a getter is to read the slot. */
function cacheOf({ slot, held }: Access, layer: number): ActivationCache {
  const read = (name: 'Z' | 'A' | 'mask' | 'slope') => slot({ layer, cache: 'activation', slot: name });
  return {
    held: held(layer, 'activation') as ActivationCache['held'],
    get Z() {
      return read('Z');
    },
    get A() {
      return read('A');
    },
    get mask() {
      return read('mask');
    },
    get slope() {
      return read('slope');
    },
  };
}

/** Answers a miss of Z: the forward step of the layer again, out of its linear_cache. */
function recompute(tape: Tape, model: Model, missed: Slot): string {
  const l = missed.layer;
  const name = `Z${l}`;
  if (missed.cache !== 'activation' || missed.slot !== 'Z')
    throw new Error(`only Z can be recomputed, not ${missed.slot}`);
  tape.step({ phase: 'recompute', op: 'linear', layer: l }, ({ slot, write, save }) => {
    const A_prev = slot(linearSlot(l, 'A_prev'));
    write(name, affine({ A_prev, W: slot(linearSlot(l, 'W')), b: slot(linearSlot(l, 'b')) }, model));
    save(missed, name);
  });
  return name;
}
