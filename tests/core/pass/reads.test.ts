import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames } from '../../../src/core/activations';
import { type KeepRuleName, keepRuleNames } from '../../../src/core/model/keep-rules';
import { lossNames } from '../../../src/core/operations/losses';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { writeTraceFile } from '../../../src/formats/trace-file';
import { part } from '../../extent';
import type { TraceFile } from '../../formats/traces';
import { anyNetwork, keeping, modelFrom, networksOf } from '../models';
import { foretell, told } from './design';
import { outlineOf } from './outline';

describe('the record', () => {
  describe.each(keepRuleNames)('under the keep rule %s', (keep) => {
    it.each(activationNames)('shows the reads that it allows to %s, and no other', (activation) => {
      const networks = fc.constantFrom(...lossNames).chain((loss) => networksOf(activation, loss));
      fc.assert(
        fc.property(networks, (network) => {
          const model = keeping(network, keep);
          expect(record(model).steps.map(told)).toEqual(foretell(model));
        }),
        { numRuns: part(10) },
      );
    });
  });

  it('shows the reads that the rule of each layer allows where all are mixed', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        expect(record(model).steps.map(told)).toEqual(foretell(model));
      }),
      { numRuns: part(200) },
    );
  });

  it('numbers its steps from 1', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const { steps } = record(model);
        expect(steps.map(({ index }) => index)).toEqual(steps.map((_, i) => i + 1));
      }),
    );
  });

  it('has 19 steps for 2-4-3-1', () => {
    expect(courseTrace('Z', 'relu').length).toBe(19);
  });
});

/** What somebody reads who opens a trace file. */
const fileOf = (trace: Trace): TraceFile => JSON.parse(writeTraceFile(trace, 'any').join(''));

/** The steps of 2-4-3-1 as they stand in its trace file. */
function courseTrace(keep: KeepRuleName, hidden: ActivationName): TraceFile['steps'] {
  const model = modelFrom({
    inputs: 2,
    layers: [
      { units: 4, activation: hidden, keep },
      { units: 3, activation: 'tanh', keep },
      { units: 1, activation: 'sigmoid', keep },
    ],
    loss: 'binary_cross_entropy',
    m: 8,
    precision: 'float32',
  });
  return fileOf(record(model)).steps;
}

/** The slots of layer 1 that its activation's backward reads or misses, from the trace file. */
function slotsOf(keep: KeepRuleName, activation: ActivationName, kind: 'read' | 'miss' = 'read'): string[] {
  const steps = courseTrace(keep, activation);
  const step = steps.find(
    ({ phase, op, layer }) => phase === 'backward' && op === 'activation' && layer === 1,
  )!;
  return step.cache.filter((event) => event.kind === kind).map((event) => `${event.cache}.${event.slot}`);
}

describe('the trace file', () => {
  it('shows that relu keeping Z reads Z', () => {
    expect(slotsOf('Z', 'relu')).toEqual(['activation.Z']);
  });

  it.each(['relu', 'sigmoid', 'tanh'] as const)('shows that %s keeping A reads A and not Z', (activation) => {
    expect(slotsOf('A', activation)).toEqual(['activation.A']);
    expect(slotsOf('A', activation, 'miss')).toEqual([]);
  });

  it('shows that silu keeping A misses Z, recomputes it and there reads A_prev, W and b', () => {
    const steps = courseTrace('A', 'silu');
    const again = steps.filter(({ phase }) => phase === 'recompute');
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({ op: 'linear', layer: 1, reads: ['A0', 'W1', 'b1'], writes: ['Z1'] });
    const read = again[0]!.cache.filter(({ kind }) => kind === 'read').map(({ slot }) => slot);
    expect(read).toEqual(['A_prev', 'W', 'b']);
    expect(steps[again[0]!.index]).toMatchObject({ phase: 'backward', op: 'activation', layer: 1 });
    expect(slotsOf('A', 'silu', 'miss')).toEqual(['activation.Z']);
  });

  it.each(keepRuleNames)('shows that linear reads neither Z nor A under the keep rule %s', (keep) => {
    expect(slotsOf(keep, 'linear')).toEqual([]);
    expect(slotsOf(keep, 'linear', 'miss')).toEqual([]);
  });

  it('shows no read of any b slot under Z everywhere', () => {
    for (const activation of activationNames) {
      const events = courseTrace('Z', activation).flatMap(({ cache }) => cache);
      expect(events.filter(({ kind, slot }) => kind === 'read' && slot === 'b')).toEqual([]);
      expect(events.filter(({ kind, slot }) => kind === 'save' && slot === 'b')).toHaveLength(3);
    }
  });

  it.each(keepRuleNames)('has the steps of the record, under the keep rule %s', (keep) => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const trace = record(keeping(network, keep));
        const { steps, cacheBytes } = fileOf(trace);
        expect(steps).toEqual(outlineOf(trace.steps));
        expect(cacheBytes).toEqual(trace.cacheBytes);
      }),
      { numRuns: part(10) },
    );
  });
});
