import { activationBackward, bias, cost, costGradient, fusedOutput, input, weights } from './backward-steps';
import { droppedSegment, type Segment } from './checkpoint';
import { largest } from './extremes';
import { activation, keepLinearCache, keepNothing, linear, recompute } from './forward-steps';
import { ledger } from './ledger';
import { cachedBytes, isFused, type Model, sizesOf } from './model';
import { type Tampering, tamper } from './tamper';
import { Tape } from './tape';
import type { StepId, Trace } from './trace';

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
  const tampered = tampering.length > 0 && {
    computed: new Map(tape.buffers),
    tensors: tamper(tape, tampering),
  };
  if (isFused(model)) fusedOutput(tape, model);
  else costGradient(tape, model);
  for (let l = last; l >= 1; l--) backward(tape, model, l);
  const sizes = sizesOf(model);
  const bytes = ledger(tape.steps, (name) => cachedBytes(name, model, sizes));
  const steps = tape.steps.map((step, i) => ({ ...step, cacheBytes: bytes[i]! }));
  return {
    model,
    steps,
    buffers: tape.buffers,
    cacheBytes: { peak: largest(bytes) },
    ...(tampered && { tampered }),
  };
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

function backward(tape: Tape, model: Model, l: number): void {
  const dropped = droppedSegment(model, l);
  if (dropped?.last === l) rebuild(tape, model, dropped);
  if (l < model.layers.length || !isFused(model)) activationBackward(tape, model, l);
  weights(tape, model, l);
  bias(tape, l);
  if (l > 1) input(tape, model, l);
}
