import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Matrix } from '../../../src/core/math/matrix';
import type { Model } from '../../../src/core/model/model';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { placeKey, slotPlaceKey } from '../../../src/core/pass/frames/place';
import { record } from '../../../src/core/pass/record';
import { Tape } from '../../../src/core/pass/tape';
import type { Trace } from '../../../src/core/pass/trace';
import type { Value } from '../../../src/core/pass/value';
import type { Tampering } from '../../../src/core/pass/what-if/tamper';
import { anyNetwork, anyRegularised, modelFrom } from '../models';
import { standsInItsSlotOnly } from './design';

/** A pass of any network, with checkpoints or without, two steps at the output or one, and cells changed by hand. */
interface Pass {
  readonly model: Model;
  readonly tampering: readonly Tampering[];
}

const anyPass: fc.Arbitrary<Pass> = fc
  .record({
    network: fc.oneof(anyNetwork, anyRegularised),
    checkpoint: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    output: fc.constantFrom('two_steps' as const, 'fused' as const),
    kinds: fc.subarray(['A', 'Z', 'W', 'b', 'mask', 'slope', 'gamma', 'Znorm', 'inv_std', 'D']),
    value: fc.constantFrom(Number.NaN, 0, 2.5),
  })
  .map(({ network, checkpoint, output, kinds, value }) => ({
    model: { ...network, output, ...(checkpoint !== undefined && { checkpoint }) },
    tampering: network.layers.flatMap((_, i) =>
      kinds.map((kind) => ({ tensor: `${kind}${i + 1}`, row: 0, col: 0, value })),
    ),
  }));

const run = ({ model, tampering }: Pass): Trace => record(model, undefined, tampering);

const bitsOf = ({ rows, cols, type, data }: Matrix): string =>
  `${type} ${rows} ${cols} ${createHash('sha256')
    .update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    .digest('hex')}`;

/** The number, the name and the bits of a value. */
const sealOf = ({ id, name, matrix }: Value): string => `${id} ${name} ${bitsOf(matrix)}`;

const stepAsItIs = Tape.prototype.step;

/** Runs a pass, sealing each value of its tape when it is first seen; after each step every seal is compared. */
function sealed(pass: Pass): Trace {
  const seals = new Map<Value, string>();
  vi.spyOn(Tape.prototype, 'step').mockImplementation(function (this: Tape, id, work) {
    for (const value of this.values) if (!seals.has(value)) seals.set(value, sealOf(value));
    stepAsItIs.call(this, id, work);
    for (const value of this.values) {
      const seal = seals.get(value) ?? sealOf(value);
      seals.set(value, seal);
      expect(sealOf(value), `${id.phase} ${id.op} ${id.layer}`).toBe(seal);
    }
  });
  const trace = run(pass);
  expect(trace.values.map((value) => seals.get(value))).toEqual(trace.values.map(sealOf));
  return trace;
}

afterEach(() => vi.restoreAllMocks());

describe('a value', () => {
  it('never changes after it is written, to the last bit, in any pass', () => {
    fc.assert(fc.property(anyPass, (pass) => void sealed(pass)));
  });

  it('shares its numbers with no other', () => {
    fc.assert(
      fc.property(anyPass, (pass) => {
        const { values } = run(pass);
        expect(new Set(values.map(({ matrix }) => matrix.data.buffer)).size).toBe(values.length);
      }),
    );
  });

  it('is written once: by the caller, by one step, or by hand, and numbered in that order', () => {
    fc.assert(
      fc.property(anyPass, (pass) => {
        const { values, steps, changed, model } = run(pass);
        const given = 2 + model.parameters.size;
        const byHand = [...changed.values()];
        const written = [...values.slice(0, given), ...steps.flatMap(({ writes }) => writes), ...byHand];
        expect(values.map(({ id }) => id)).toEqual(values.map((_, i) => i));
        expect(written.map(({ id }) => id).sort((a, b) => a - b)).toEqual(values.map(({ id }) => id));
        for (const value of written) expect(values[value.id]).toBe(value);
      }),
    );
  });

  it('is read and saved only once it is there, and as the value that it is', () => {
    fc.assert(
      fc.property(anyPass, (pass) => {
        const { values, steps, changed, model } = run(pass);
        const there = new Set([...values.slice(0, 2 + model.parameters.size), ...changed.values()]);
        for (const { reads, writes, cache } of steps) {
          for (const value of reads) expect(there.has(value), value.name).toBe(true);
          for (const value of writes) there.add(value);
          for (const { value, buffer, kind } of cache) {
            expect(value === undefined).toBe(kind === 'miss');
            if (!value) continue;
            expect(there.has(value), value.name).toBe(true);
            expect(value.name).toBe(buffer);
          }
        }
      }),
    );
  });

  it('is what a slot was given, or was changed to, wherever the slot is read and freed', () => {
    fc.assert(
      fc.property(anyPass, (pass) => {
        const { steps, changed } = run(pass);
        const slots = new Map<string, Value>();
        for (const event of steps.flatMap(({ cache }) => cache)) {
          const key = slotPlaceKey(event);
          if (event.kind === 'save') slots.set(key, event.value!);
          if (event.kind !== 'read' && event.kind !== 'free') continue;
          const saved = slots.get(key)!;
          expect([saved, changed.get(saved)], key).toContain(event.value);
        }
      }),
    );
  });
});

describe('the name of a value', () => {
  it('is shared by what was computed and what is computed again: two values with the same bits', () => {
    const trace = record(modelFrom({ layers: [{ activation: 'tanh', keep: 'none' }] }));
    const [first, again, ...more] = trace.values.filter(({ name }) => name === 'Z1');
    expect(more).toEqual([]);
    expect(again).not.toBe(first);
    expect(bitsOf(again!.matrix)).toBe(bitsOf(first!.matrix));
    const writers = trace.steps.filter(({ writes }) => writes.some(({ name }) => name === 'Z1'));
    expect(writers.map(({ phase, writes }) => [phase, writes])).toEqual([
      ['forward', [first]],
      ['recompute', [again]],
    ]);
    const reader = trace.steps.find(({ phase, op }) => phase === 'backward' && op === 'activation')!;
    expect(reader.reads).toContain(again);
    expect(reader.reads).not.toContain(first);
  });

  it('is shared by what was computed again in a dropped layer, every value of it', () => {
    fc.assert(
      fc.property(fc.oneof(anyNetwork, anyRegularised), (network) => {
        fc.pre(network.layers.length > 1);
        const { values, steps } = record({ ...network, checkpoint: 1 });
        for (const { writes } of steps.filter(({ phase }) => phase === 'recompute'))
          for (const { name, id, matrix } of writes) {
            const before = values.slice(0, id).findLast((value) => value.name === name);
            if (before) expect(bitsOf(before.matrix), name).toBe(bitsOf(matrix));
            // What is there only to be kept, nobody needed before.
            else expect(standsInItsSlotOnly(name), name).toBe(true);
          }
      }),
    );
  });

  it('is shared by a cached value and what it was changed to, and by no value that no step or hand wrote', () => {
    fc.assert(
      fc.property(anyPass, (pass) => {
        const trace = run(pass);
        for (const [before, after] of trace.changed) {
          expect(after.name).toBe(before.name);
          expect(after.id).toBeGreaterThan(before.id);
          expect(bitsOf(after.matrix)).not.toBe(bitsOf(before.matrix));
        }
        for (const [name, matrix] of trace.buffers)
          expect(trace.values.findLast((value) => value.name === name)!.matrix).toBe(matrix);
      }),
    );
  });
});

describe('a place in a frame', () => {
  it('has the value that the step wrote there', () => {
    fc.assert(
      fc.property(anyPass, (pass) => {
        const trace = run(pass);
        for (const step of trace.steps) {
          const { places } = frameAt(trace, step.index);
          for (const value of step.writes) {
            const place = places.get(placeKey(value.name));
            expect(place === undefined, value.name).toBe(standsInItsSlotOnly(value.name));
            if (place) expect(place.value).toBe(value);
          }
        }
      }),
    );
  });

  it('has in a slot the value that was saved there last, or what that was changed to', () => {
    fc.assert(
      fc.property(anyPass, (pass) => {
        const trace = run(pass);
        const slots = new Map<string, Value>();
        for (const step of trace.steps) {
          for (const event of step.cache)
            if (event.kind === 'save') slots.set(slotPlaceKey(event), event.value!);
          const { places } = frameAt(trace, step.index);
          for (const [key, value] of slots)
            expect(places.get(key)!.value, key).toBe(trace.changed.get(value) ?? value);
          for (const event of step.cache)
            if (event.kind === 'read') expect(places.get(slotPlaceKey(event))!.value).toBe(event.value);
        }
      }),
    );
  });

  it('keeps its value until a step writes another of that name', () => {
    fc.assert(
      fc.property(anyPass, (pass) => {
        const trace = run(pass);
        for (const step of trace.steps) {
          const [before, after] = [step.index - 1, step.index].map((i) => frameAt(trace, i).places);
          const written = new Set([
            ...step.writes.map(({ name }) => placeKey(name)),
            ...step.cache.filter(({ kind }) => kind === 'save').map(slotPlaceKey),
          ]);
          for (const [key, { value }] of after!)
            if (!written.has(key)) expect(before!.get(key)!.value, key).toBe(value);
        }
      }),
    );
  });
});
