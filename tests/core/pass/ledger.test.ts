import { describe, expect, it } from 'vitest';
import { zeros } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { ledger } from '../../../src/core/pass/ledger';
import { record } from '../../../src/core/pass/record';
import type { CacheEvent, Slot } from '../../../src/core/pass/trace';
import type { Value } from '../../../src/core/pass/value';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { keeping, modelFrom } from '../models';

const A1: Slot = { layer: 1, cache: 'activation', slot: 'A' };
const A_prev: Slot = { layer: 2, cache: 'linear', slot: 'A_prev' };

const valueNamed = (id: number, name: string): Value => ({ id, name, matrix: zeros(1, 1, 'float64') });

const values: Readonly<Record<string, Value>> = { A1: valueNamed(0, 'A1'), Z1: valueNamed(1, 'Z1') };

/** What happened to a slot; a miss has no value yet. */
const event = (
  kind: CacheEvent['kind'],
  slot: Slot,
  buffer: string,
  value = values[buffer]!,
): CacheEvent => ({
  kind,
  ...slot,
  buffer,
  ...(kind !== 'miss' && { value }),
});

/** The bytes after steps of one event each, where every buffer has ten. */
const tens = (...events: CacheEvent[]) =>
  ledger(
    events.map((e) => ({ cache: [e] })),
    () => 10,
  );

describe('the ledger', () => {
  it('counts a buffer that stands in two slots once, and until the last of them is freed', () => {
    const events = [
      event('save', A1, 'A1'),
      event('save', A_prev, 'A1'),
      event('free', A1, 'A1'),
      event('free', A_prev, 'A1'),
    ];
    expect(tens(...events)).toEqual([10, 10, 10, 0]);
  });

  it('counts two buffers twice', () => {
    expect(tens(event('save', A1, 'A1'), event('save', A_prev, 'Z1'))).toEqual([10, 20]);
  });

  it('counts two values of one name twice, and lets go of each with its own slot', () => {
    const changed = valueNamed(2, 'A1');
    const events = [
      event('save', A1, 'A1'),
      event('save', A_prev, 'A1', changed),
      event('free', A1, 'A1'),
      event('free', A_prev, 'A1', changed),
    ];
    expect(tens(...events)).toEqual([10, 20, 10, 0]);
  });

  it('does not mind reads and misses', () => {
    expect(tens(event('miss', A1, 'A1'), event('save', A1, 'A1'), event('read', A1, 'A1'))).toEqual([
      0, 10, 10,
    ]);
  });

  it('lets go of what a slot held when it is saved over', () => {
    expect(tens(event('save', A1, 'A1'), event('save', A1, 'Z1'), event('free', A1, 'Z1'))).toEqual([
      10, 10, 0,
    ]);
  });

  it('counts a buffer once more after it was let go', () => {
    expect(tens(event('save', A1, 'A1'), event('free', A1, 'A1'), event('save', A1, 'A1'))).toEqual([
      10, 0, 10,
    ]);
  });

  it('takes the end of a step: what it saves and frees itself is not held', () => {
    expect(ledger([{ cache: [event('save', A1, 'A1'), event('free', A1, 'A1')] }], () => 10)).toEqual([0]);
  });
});

/** The network of the first picture: 2-4-3-1, m = 8, float32. */
const first = modelOf(firstChoice);

describe('the bytes of 2-4-3-1 with m = 8', () => {
  const heldOnceA3IsSaved = (trace: ReturnType<typeof record>): number =>
    trace.steps.find(({ op }) => op === 'cost')!.cacheBytes;

  it('are those of a network with these sizes, in float32', () => {
    expect(first.layers.map(({ units }) => units)).toEqual([4, 3, 1]);
    expect([first.X.rows, first.X.cols, first.precision]).toEqual([2, 8, 'float32']);
  });

  it.each([
    // Z 4 · 8 (4 + 3 + 1) = 256, A_prev 4 · 8 (4 + 3) = 224 without X, A[3] 32.
    ['Z', 512, 512],
    // A[1], A[2] and A[3] stand in two slots each.
    ['A', 256, 256],
    ['ZA', 512, 512],
    // One bit a cell of relu: 4 · 8 / 8 = 4 beside 256. The others have no mask, and keep nothing.
    ['mask', 260, 260],
    ['slope', 512, 512],
    // Z[3] again is 32, when A[3] is freed; Z[2] 96 when A[2] is; Z[1] 128 when A[1] is. So none rises above 256.
    ['none', 256, 256],
  ] as const)('under the keep rule %s are %i once A[3] is saved, and %i at the most', (keep, held, peak) => {
    const trace = record(keeping(first, keep));
    expect(heldOnceA3IsSaved(trace)).toBe(held);
    expect(trace.cacheBytes.peak).toBe(peak);
  });

  it.each(keepRuleNames)(
    'are none at the end, and their peak is the highest of all steps, under the keep rule %s',
    (keep) => {
      const { steps, cacheBytes } = record(keeping(first, keep));
      expect(steps.at(-1)!.cacheBytes).toBe(0);
      expect(cacheBytes.peak).toBe(Math.max(...steps.map((step) => step.cacheBytes)));
    },
  );

  it('rise by what is saved and fall as it is freed, under the keep rule Z', () => {
    const bytes = record(first).steps.map((step) => step.cacheBytes);
    // By layer: forward linear, activation; then cost, its gradient; then activation, weights, bias, input.
    expect(bytes).toEqual([
      0, 128, 256, 352, 448, 480, 512, 480, 448, 448, 448, 352, 256, 256, 256, 128, 0, 0, 0,
    ]);
  });

  it('double in float64', () => {
    const trace = record(modelOf({ ...firstChoice, precision: 'float64' }));
    expect(heldOnceA3IsSaved(trace)).toBe(1024);
  });
});

describe('a mask', () => {
  it.each([
    [1, 1, 1],
    [3, 3, 2],
    [4, 8, 4],
    [5, 7, 5],
  ])('of %i units and %i examples takes %i bytes, also in float64', (units, m, bytes) => {
    for (const precision of ['float32', 'float64'] as const) {
      const model = modelFrom({ layers: [{ activation: 'relu', units, keep: 'mask' }], m, precision });
      expect(record(model).steps[1]!.cacheBytes).toBe(bytes);
    }
  });
});

describe('X, Y and the parameters', () => {
  it('belong to the caller and count nothing, though they stand in the caches', () => {
    const [linear] = record(first).steps;
    expect(linear!.cache.map(({ buffer }) => buffer)).toEqual(['A0', 'W1', 'b1']);
    expect(linear!.cacheBytes).toBe(0);
  });
});
