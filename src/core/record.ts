import { type ActivationCache, activationOf, cacheReadBy } from './activations';
import { droppedSegment, type Segment } from './checkpoint';
import { ledger } from './ledger';
import { losses } from './losses';
import { type Matrix, rowMeans, scalar } from './matrix';
import { cachedBytes, keptSlots, type Model, sizesOf } from './model';
import { multiply, transposed } from './multiply';
import type { BufferName } from './names';
import { type Tampering, tamper } from './tamper';
import { type Access, Tape } from './tape';
import type { Operation, Phase, Slot, Step, StepId, Trace } from './trace';

/**
 * Runs one forward and one backward pass and returns its log. The gradients are those of the course: dA and dZ
 * per example, dW and db of the mean cost. `onStep` is told of each step once it is done; the tampering is done to the
 * caches once the loss has saved A[L], and the way back reads what stands there then.
 */
export function record(
  model: Model,
  onStep?: (id: StepId) => void,
  tampering: readonly Tampering[] = [],
): Trace {
  const given = new Map([['A0', model.X], ['Y', model.Y], ...model.parameters]);
  const tape = new Tape(given, (slot) => recompute(tape, model, slot), onStep);
  const last = model.layers.length;
  for (let l = 1; l <= last; l++) forward(tape, model, l);
  cost(tape, model);
  const computed = new Map(tape.buffers);
  const tensors = tamper(tape, tampering);
  costGradient(tape, model);
  for (let l = last; l >= 1; l--) backward(tape, model, l);
  const sizes = sizesOf(model);
  const bytes = ledger(tape.steps, (name) => cachedBytes(name, model, sizes));
  const steps = tape.steps.map((step, i) => ({ ...step, cacheBytes: bytes[i]! }));
  const byHand = tampering.length > 0 && { tampered: { tensors, computed } };
  return { model, steps, buffers: tape.buffers, cacheBytes: { peak: Math.max(...bytes) }, ...byHand };
}

type Pass = Extract<Phase, 'forward' | 'recompute'>;

const linearSlot = (layer: number, slot: 'A_prev' | 'W' | 'b'): Slot => ({ layer, cache: 'linear', slot });

/** What a step leaves in the caches. */
type Keeping = (access: Access) => void;

const keepNothing: Keeping = () => undefined;

const keepLinearCache =
  (l: number): Keeping =>
  ({ save }) => {
    save(linearSlot(l, 'A_prev'), `A${l - 1}`);
    save(linearSlot(l, 'W'), `W${l}`);
    save(linearSlot(l, 'b'), `b${l}`);
  };

/** Z = W A_prev + b, out of the layer's linear_cache where that is held, else from the network. */
function linear(tape: Tape, model: Model, l: number, phase: Pass, keep: Keeping): void {
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
function activation(tape: Tape, { layers }: Model, l: number, phase: Pass, dropped = false): void {
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

function forward(tape: Tape, model: Model, l: number): void {
  const dropped = droppedSegment(model, l);
  linear(tape, model, l, 'forward', dropped && dropped.first !== l ? keepNothing : keepLinearCache(l));
  activation(tape, model, l, 'forward', dropped !== undefined);
}

/** Runs a dropped segment again, from the input that its first layer kept, and keeps all that its layers' rules ask. */
function rebuild(tape: Tape, model: Model, { first, last }: Segment): void {
  for (let l = first; l <= last; l++) {
    linear(tape, model, l, 'recompute', l === first ? keepNothing : keepLinearCache(l));
    activation(tape, model, l, 'recompute');
  }
}

function cost(tape: Tape, { layers, loss, precision }: Model): void {
  const last = layers.length;
  tape.step({ phase: 'loss', op: 'cost', layer: last }, ({ buffer, write, save }) => {
    write('cost', scalar(losses[loss].cost(buffer(`A${last}`), buffer('Y')), precision));
    save(lossSlot(last), `A${last}`);
  });
}

const lossSlot = (layer: number): Slot => ({ layer, cache: 'loss', slot: 'A' });

function costGradient(tape: Tape, { layers, loss }: Model): void {
  const last = layers.length;
  tape.step({ phase: 'loss', op: 'cost_gradient', layer: last }, ({ buffer, slot, write, free }) => {
    write(`dA${last}`, losses[loss].gradient(slot(lossSlot(last)), buffer('Y')));
    free(last, 'loss');
  });
}

function backward(tape: Tape, model: Model, l: number): void {
  const dropped = droppedSegment(model, l);
  if (dropped?.last === l) rebuild(tape, model, dropped);
  activationBackward(tape, model, l);
  weights(tape, model, l);
  bias(tape, l);
  if (l > 1) input(tape, model, l);
}

function activationBackward(tape: Tape, model: Model, l: number): void {
  const layer = model.layers[l - 1]!;
  tape.step({ phase: 'backward', op: 'activation', layer: l }, (access) => {
    const dA = access.buffer(`dA${l}`);
    access.write(`dZ${l}`, activationOf(layer).backward(cacheOf(access, l), dA, layer.alpha, layer.fromZ));
    access.free(l, 'activation');
  });
}

function weights(tape: Tape, { precision }: Model, l: number): void {
  tape.step({ phase: 'backward', op: 'weights', layer: l }, ({ buffer, slot, write, free }) => {
    const dZ = buffer(`dZ${l}`);
    const A_prev = slot(linearSlot(l, 'A_prev'));
    write(`dW${l}`, multiply(dZ, transposed(A_prev), precision, { dividedBy: dZ.cols }));
    // The first layer sends nothing further back, so that this is the last read of its cache.
    if (l === 1) free(l, 'linear');
  });
}

function bias(tape: Tape, l: number): void {
  tape.step({ phase: 'backward', op: 'bias', layer: l }, ({ buffer, write }) => {
    write(`db${l}`, rowMeans(buffer(`dZ${l}`)));
  });
}

function input(tape: Tape, { precision }: Model, l: number): void {
  tape.step({ phase: 'backward', op: 'input', layer: l }, ({ buffer, slot, write, free }) => {
    const dZ = buffer(`dZ${l}`);
    write(`dA${l - 1}`, multiply(transposed(slot(linearSlot(l, 'W'))), dZ, precision));
    free(l, 'linear');
  });
}

/** How each operation is run, by a pass and alone. */
const runs: Record<Operation, (tape: Tape, model: Model, id: StepId) => void> = {
  linear: (tape, model, { layer, phase }) => linear(tape, model, layer, phase as Pass, keepNothing),
  activation: (tape, model, { layer, phase }) =>
    phase === 'backward'
      ? activationBackward(tape, model, layer)
      : activation(tape, model, layer, phase as Pass),
  cost,
  cost_gradient: costGradient,
  weights: (tape, model, { layer }) => weights(tape, model, layer),
  bias: (tape, _model, { layer }) => bias(tape, layer),
  input: (tape, model, { layer }) => input(tape, model, layer),
};

/** What a step of a recorded pass writes if it finds these buffers instead; it reads the slots that it read. */
export function runAlone(
  model: Model,
  step: Step,
  buffers: ReadonlyMap<BufferName, Matrix>,
): ReadonlyMap<BufferName, Matrix> {
  const tape = new Tape(buffers, (slot) => recompute(tape, model, slot));
  tape.step(step, ({ save }) => {
    for (const event of step.cache) if (event.kind === 'read') save(event, event.buffer);
  });
  runs[step.op](tape, model, step);
  return new Map(step.writes.map((name) => [name, tape.buffers.get(name)!]));
}

/** A layer's activation_cache as its activation's backward sees it: to touch a getter is to read the slot. */
const cacheOf = ({ slot, held }: Access, layer: number): ActivationCache =>
  cacheReadBy(held(layer, 'activation') as ActivationCache['held'], (name) =>
    slot({ layer, cache: 'activation', slot: name }),
  );

/** Answers a miss of Z: the forward step of the layer again, out of its linear_cache. */
function recompute(tape: Tape, model: Model, missed: Slot): string {
  const l = missed.layer;
  const name = `Z${l}`;
  if (missed.cache !== 'activation' || missed.slot !== 'Z')
    throw new Error(`only Z can be recomputed, not ${missed.slot}`);
  linear(tape, model, l, 'recompute', ({ save }) => save(missed, name));
  return name;
}
