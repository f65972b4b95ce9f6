import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { record } from '../../src/core/pass/record';
import { sameStep } from '../../src/core/pass/trace';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import {
  addLayer,
  removeLayer,
  setActivation,
  setAllKeeps,
  setKeep,
  setOutput,
} from '../../src/state/choice/edits';
import { modelOf } from '../../src/state/choice/model-of';
import { indexOf, type Position, positionAt, readPosition, writePosition } from '../../src/state/position';
import { anyRegularised } from '../core/models';

const traceOf = (choice: Choice) => record(modelOf(choice));
const first = traceOf(firstChoice);

/** What the step is at which a reader stands in another trace. */
const stepOf = (choice: Choice, position: Position) => {
  const trace = traceOf(choice);
  return positionAt(trace, indexOf(trace, position));
};

describe('where the reader stands', () => {
  it('is found again in the same trace, at every step', () => {
    for (let index = 0; index <= first.steps.length; index++)
      expect(indexOf(first, positionAt(first, index))).toBe(index);
  });

  it('is the start before the first step, and where there is no such step', () => {
    expect(positionAt(first, 0)).toBe('start');
    expect(positionAt(first, -1)).toBe('start');
    expect(positionAt(first, 99)).toBe('start');
  });

  it('stays at what the step does when an activation changes, whatever number that has', () => {
    for (const activation of activationNames)
      for (const step of first.steps) {
        const position = positionAt(first, step.index);
        expect(stepOf(setActivation(1, activation)(firstChoice), position)).toEqual(position);
      }
  });

  it('stays at what the step does when keep rules change', () => {
    for (const rule of keepRuleNames)
      for (const edit of [setKeep(2, rule), setAllKeeps(rule)])
        for (const step of first.steps) {
          const position = positionAt(first, step.index);
          expect(stepOf(edit(firstChoice), position)).toEqual(position);
        }
  });

  it('goes from a recomputation that is not needed any more to the step that asked for it', () => {
    const none = setAllKeeps('none')(firstChoice);
    const position: Position = { phase: 'recompute', op: 'linear', layer: 2 };
    expect(stepOf(none, position)).toEqual(position);
    expect(stepOf(firstChoice, position)).toEqual({ phase: 'backward', op: 'activation', layer: 2 });
  });

  it('goes to the step that makes dZ[L] when the output is worked out at once, and back again', () => {
    const fused = setOutput('fused')(firstChoice);
    const output: Position = { phase: 'loss', op: 'output', layer: 3 };
    const backward: Position = { phase: 'backward', op: 'activation', layer: 3 };
    expect(stepOf(fused, backward)).toEqual(output);
    expect(stepOf(fused, { phase: 'loss', op: 'cost_gradient', layer: 3 })).toEqual(output);
    expect(stepOf(firstChoice, output)).toEqual(backward);
    expect(stepOf(fused, { phase: 'recompute', op: 'linear', layer: 3 })).toEqual(output);
    for (const choice of [fused, firstChoice])
      for (const { steps } of [traceOf(fused), first])
        for (const step of steps) expect(stepOf(choice, positionAt({ steps }, step.index))).not.toBe('start');
  });

  it('stays at the loss, whatever number the last layer has', () => {
    const position: Position = { phase: 'loss', op: 'cost', layer: 3 };
    expect(stepOf(addLayer(firstChoice), position)).toEqual({ phase: 'loss', op: 'cost', layer: 4 });
    expect(stepOf(removeLayer(1)(firstChoice), position)).toEqual({ phase: 'loss', op: 'cost', layer: 2 });
  });

  it('goes to the last layer when its own is gone', () => {
    const two = removeLayer(1)(firstChoice);
    expect(stepOf(two, { phase: 'backward', op: 'weights', layer: 3 })).toEqual({
      phase: 'backward',
      op: 'weights',
      layer: 2,
    });
  });

  it('goes from the gradient of an input that has none any more to the backward step of that layer', () => {
    const one = removeLayer(1)(removeLayer(1)(firstChoice));
    expect(stepOf(one, { phase: 'backward', op: 'input', layer: 2 })).toEqual({
      phase: 'backward',
      op: 'activation',
      layer: 1,
    });
  });
});

describe('a position as a text', () => {
  const everyPosition = [
    ...first.steps,
    ...traceOf(setOutput('fused')(firstChoice)).steps,
    ...traceOf(setAllKeeps('none')(firstChoice)).steps,
  ].map(({ phase, op, layer }) => ({ phase, op, layer }));

  it('reads back as it was written', () => {
    for (const position of ['start' as const, ...everyPosition])
      expect(readPosition(writePosition(position))).toEqual(position);
  });

  it.each([
    '',
    'start',
    'nothing',
    'forward',
    'forward.linear',
    'forward.linear.',
    'forward.linear.0',
    'forward.linear.-1',
  ])('is the start where it is none: %j', (text) => {
    expect(readPosition(text)).toBe('start');
  });

  it.each([
    'forward.cost.1',
    'loss.linear.1',
    'recompute.weights.1',
    'backward.cost_gradient.1',
    'forward.linear.1.2',
  ])('is the start where no pass has such a step: %j', (text) => {
    expect(readPosition(text)).toBe('start');
  });

  it('is never thrown at, and leads to a step that is there', () => {
    const phase = fc.constantFrom('forward', 'loss', 'backward', 'recompute', 'x');
    const op = fc.constantFrom(
      'linear',
      'activation',
      'cost',
      'cost_gradient',
      'weights',
      'bias',
      'input',
      '',
    );
    const layer = fc.oneof(fc.nat().map(String), fc.constantFrom('1', '99', '9'.repeat(400)), fc.string());
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(phase, op, layer).map((parts) => parts.join('.')),
        ),
        (text) => {
          const index = indexOf(first, readPosition(text));
          expect(index).toBeGreaterThanOrEqual(0);
          expect(index).toBeLessThanOrEqual(first.steps.length);
        },
      ),
    );
  });

  it('finds every step again by its text, those that are run twice too', () => {
    const twice = { ...first.model, checkpoint: 1 };
    const trace = record({
      ...twice,
      layers: twice.layers.map((layer) => ({ ...layer, keep: 'none' as const })),
    });
    const again = trace.steps.filter(({ occurrence }) => occurrence === 2);
    expect(again.length).toBeGreaterThan(0);
    for (const { index } of trace.steps)
      expect(indexOf(trace, readPosition(writePosition(positionAt(trace, index))))).toBe(index);
    const { phase, op, layer } = again[0]!;
    expect(indexOf(trace, readPosition(`${phase}.${op}.${layer}.9`))).toBe(
      indexOf(trace, { phase, op, layer }),
    );
  });

  it('finds every step of any operations again by its text', () => {
    fc.assert(
      fc.property(anyRegularised, (model) => {
        const trace = record(model);
        for (const { index } of trace.steps)
          expect(indexOf(trace, readPosition(writePosition(positionAt(trace, index))))).toBe(index);
      }),
    );
  });

  it('names each step of a pass once', () => {
    for (const [i, a] of first.steps.entries())
      for (const b of first.steps.slice(i + 1)) expect(sameStep(a, b)).toBe(false);
  });
});
