import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peaksOverK } from '../../../src/compare/peaks';
import { activationNames, activationOf } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import type { Model } from '../../../src/core/model/model';
import { droppedSegment } from '../../../src/core/pass/checkpoint';
import { record } from '../../../src/core/pass/record';
import { type Slot, slotKey, type Trace } from '../../../src/core/pass/trace';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { part } from '../../extent';

/** So many layers of eight units on eight examples, so that every buffer has 64 numbers. */
const deep = (layers: number, change: Partial<Model['layers'][number]>): Model => {
  const layer = { units: 8, activation: 'relu' as const, alpha: 0, keep: 'A' as const };
  const shape = Array.from({ length: layers }, () => ({ ...layer, ...change }));
  const last = { ...layer, ...change, units: 1 };
  return modelOf({ ...firstChoice, loss: 'mean_squared_error', layers: [...shape.slice(1), last] });
};

const gradients = ({ buffers }: Trace) =>
  Object.fromEntries(Array.from(buffers).filter(([name]) => /^d[Wb]/.test(name)));

/** The slots that still hold something at the end. */
const left = ({ steps }: Trace): string[] => {
  const held = new Set<string>();
  for (const event of steps.flatMap(({ cache }) => cache)) {
    if (event.kind === 'save') held.add(slotKey(event as Slot));
    if (event.kind === 'free') held.delete(slotKey(event as Slot));
  }
  return [...held];
};

describe('sixteen relu layers with checkpoints', () => {
  const model = deep(16, {});
  const all = (keep: 'A' | 'Z') => ({ ...model, layers: model.layers.map((layer) => ({ ...layer, keep })) });

  it('hold less than half of what keep A holds, and a quarter of keep Z, every 4 layers', () => {
    const { peak } = record({ ...model, checkpoint: 4 }).cacheBytes;
    expect(peak).toBeLessThan(record(all('A')).cacheBytes.peak / 2);
    expect(peak).toBeLessThan(record(all('Z')).cacheBytes.peak / 4);
  });

  it('have every gradient to the last bit, for every k', () => {
    const expected = gradients(record(model));
    for (let k = 1; k <= 16; k++)
      expect(gradients(record({ ...model, checkpoint: k })), `k = ${k}`).toEqual(expected);
  });

  it('have the lowest peak at or beside √16', () => {
    const peaks = peaksOverK(model);
    const lowest = peaks.indexOf(Math.min(...peaks)) + 1;
    expect([3, 4, 5]).toContain(lowest);
    expect(peaks).toEqual(peaks.map((_, i) => record({ ...model, checkpoint: i + 1 }).cacheBytes.peak));
  });
});

describe('checkpoints every k layers', () => {
  it('change no gradient and leave no slot filled, whatever the layers are and keep', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...activationNames), fc.constantFrom(...keepRuleNames)), {
          minLength: 1,
          maxLength: 7,
        }),
        fc.integer({ min: 1, max: 8 }),
        (kinds, checkpoint) => {
          const layers = [...kinds, ['linear', 'Z'] as const].map(([activation, keep], i) => ({
            units: i === kinds.length ? 1 : 3,
            activation,
            alpha: activationOf(activation).alpha ?? 0,
            keep,
          }));
          const model = modelOf({
            ...firstChoice,
            loss: 'mean_squared_error',
            precision: 'float64',
            layers,
          });
          const trace = record({ ...model, checkpoint });
          expect(gradients(trace)).toEqual(gradients(record(model)));
          expect(left(trace)).toEqual([]);
        },
      ),
      { numRuns: part(60) },
    );
  });

  it('run each dropped layer again exactly once, and the last segment never', () => {
    const trace = record({ ...deep(7, {}), checkpoint: 3 });
    const again = trace.steps.filter(({ phase, op }) => phase === 'recompute' && op === 'linear');
    expect(again.map(({ layer }) => layer)).toEqual([4, 5, 6, 1, 2, 3]);
  });

  it('keep the linear_cache of a segment’s first layer alone', () => {
    const trace = record({ ...deep(7, {}), checkpoint: 3 });
    const forward = trace.steps.filter(({ phase }) => phase === 'forward');
    const kept = forward.flatMap(({ cache }) => cache).filter(({ cache }) => cache === 'linear');
    expect([...new Set(kept.map(({ layer }) => layer))]).toEqual([1, 4, 7]);
  });

  it('drop the segments that are followed by another', () => {
    const model = { ...deep(7, {}), checkpoint: 3 };
    expect([1, 3, 4, 6, 7].map((l) => droppedSegment(model, l))).toEqual([
      { first: 1, last: 3 },
      { first: 1, last: 3 },
      { first: 4, last: 6 },
      { first: 4, last: 6 },
      undefined,
    ]);
    expect(droppedSegment(deep(7, {}), 1)).toBeUndefined();
  });
});
