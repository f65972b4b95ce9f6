import {
  activationBackward,
  bias,
  cost,
  costGradient,
  fusedOutput,
  input,
  weights,
} from '../../src/core/backward-steps';
import { activation, keepNothing, linear, type Pass, recompute } from '../../src/core/forward-steps';
import type { Matrix } from '../../src/core/matrix';
import type { Model } from '../../src/core/model';
import type { BufferName } from '../../src/core/names';
import { Tape } from '../../src/core/tape';
import type { Operation, Step, StepId } from '../../src/core/trace';

/** How each operation is run. */
const runs: Record<Operation, (tape: Tape, model: Model, id: StepId) => void> = {
  linear: (tape, model, { layer, phase }) => linear(tape, model, layer, phase as Pass, keepNothing),
  activation: (tape, model, { layer, phase }) =>
    phase === 'backward'
      ? activationBackward(tape, model, layer)
      : activation(tape, model, layer, phase as Pass),
  cost,
  cost_gradient: costGradient,
  output: fusedOutput,
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
