import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Frame, frameAt } from '../../../../src/core/pass/frames/frame';
import { placeKey, slotPlaceKey } from '../../../../src/core/pass/frames/place';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import type { Value } from '../../../../src/core/pass/value';
import { anyNetwork, anyRegularised, modelFrom } from '../../models';
import { standsInItsSlotOnly } from '../design';

const anyOperations = fc.oneof(anyNetwork, anyRegularised);

const allFrames = (trace: Trace): Frame[] =>
  [...Array(trace.steps.length + 1).keys()].map((i) => frameAt(trace, i));

/** The key of the place where a value is computed. */
const placeOf = ({ name }: Value): string => placeKey(name);

/** 3-2-2 with relu, then sigmoid, each keeping Z. */
const small = (): Trace => record(modelFrom({ layers: [{ activation: 'relu' }, { activation: 'sigmoid' }] }));

describe('frame 0', () => {
  it('has the input, the labels and the parameters, and nothing else', () => {
    fc.assert(
      fc.property(anyOperations, (model) => {
        const { places, step, index, cacheBytes } = frameAt(record(model), 0);
        const held = [...places.values()].filter(({ state }) => state === 'held');
        expect(held.map(({ tensor }) => tensor).sort()).toEqual(
          ['A0', 'Y', ...model.parameters.keys()].sort(),
        );
        for (const place of places.values()) {
          expect(place.mark).toBeUndefined();
          if (place.state !== 'held') expect(place.state).toBe('empty');
        }
        expect([step, index, cacheBytes]).toEqual([undefined, 0, 0]);
      }),
    );
  });

  it('has a place in its lane for every tensor and every slot of the run', () => {
    const lanes = { forward: new Set<string>(), cache: new Set<string>(), backward: new Set<string>() };
    for (const [key, { lane }] of frameAt(small(), 0).places) lanes[lane].add(key.split(':')[1]!);
    expect([...lanes.forward].sort()).toEqual(
      ['A0', 'A1', 'A2', 'W1', 'W2', 'Y', 'Z1', 'Z2', 'b1', 'b2', 'cost'].sort(),
    );
    expect([...lanes.backward].sort()).toEqual(['dA1', 'dA2', 'dW1', 'dW2', 'dZ1', 'dZ2', 'db1', 'db2']);
    const linear = [1, 2].flatMap((l) => ['A_prev', 'W', 'b'].map((slot) => `${l}.linear.${slot}`));
    expect([...lanes.cache].sort()).toEqual(
      [...linear, '1.activation.Z', '2.activation.Z', '2.loss.A'].sort(),
    );
  });

  it('has a mask or slope in its slot only, since neither is computed for its own sake', () => {
    const trace = record(modelFrom({ layers: [{ activation: 'relu', keep: 'mask' }] }));
    const { places } = frameAt(trace, 0);
    expect(places.has(placeKey('mask1'))).toBe(false);
    expect(places.get(slotPlaceKey({ layer: 1, cache: 'activation', slot: 'mask' }))).toMatchObject({
      tensor: 'mask1',
      lane: 'cache',
    });
  });
});

describe('the frame of a step', () => {
  it('is the same whichever frame was asked for first', () => {
    fc.assert(
      fc.property(anyOperations, fc.nat(), (model, n) => {
        const trace = record(model);
        const index = n % (trace.steps.length + 1);
        expect(frameAt(trace, index)).toEqual(allFrames(record(model))[index]);
      }),
    );
  });

  it('is one step back what it was before', () => {
    const trace = small();
    const before = frameAt(trace, 6);
    frameAt(trace, 7);
    expect(frameAt(trace, 6)).toBe(before);
  });

  it('carries its step and the bytes held after it', () => {
    const trace = small();
    for (const step of trace.steps)
      expect(frameAt(trace, step.index)).toMatchObject({
        step,
        index: step.index,
        cacheBytes: step.cacheBytes,
      });
  });

  it('does not exist before the first step or after the last', () => {
    const trace = small();
    for (const index of [-1, 0.5, trace.steps.length + 1, Number.NaN])
      expect(() => frameAt(trace, index)).toThrow(`a trace of 13 steps has no frame ${index}`);
  });

  it('marks what the step reads and writes, where it reads and writes it, and nothing else', () => {
    fc.assert(
      fc.property(anyOperations, (model) => {
        const trace = record(model);
        for (const step of trace.steps) {
          const slots = (...kinds: string[]) => step.cache.filter(({ kind }) => kinds.includes(kind));
          const throughSlots = slots('read').map(({ value }) => value);
          const shown = step.writes.filter(({ name }) => !standsInItsSlotOnly(name));
          const read = step.reads.filter((value) => !throughSlots.includes(value)).map(placeOf);
          const { places } = frameAt(trace, step.index);
          const marked = (mark: string) => [...places].filter(([, p]) => p.mark === mark).map(([key]) => key);
          // A step may read a slot more than once; it is marked all the same.
          const readSlots = new Set(slots('read').map(slotPlaceKey));
          expect(marked('read').sort()).toEqual([...read, ...readSlots].sort());
          expect(marked('write').sort()).toEqual(
            [...shown.map(placeOf), ...slots('save').map(slotPlaceKey)].sort(),
          );
        }
      }),
    );
  });

  it('is the same in whatever order frames are asked for', () => {
    fc.assert(
      fc.property(anyOperations, fc.infiniteStream(fc.nat()), (model, numbers) => {
        const [inOrder, mixed] = [record(model), record(model)];
        const order = mixed.steps.map(({ index }) => [numbers.next().value!, index] as const);
        for (const [, index] of order.sort(([a], [b]) => a - b)) frameAt(mixed, index);
        for (let index = 0; index <= mixed.steps.length; index++) {
          const told = ({ places, cacheBytes }: Frame) => ({
            cacheBytes,
            places: Array.from(places, ([key, { value, ...place }]) => ({ key, ...place, of: value.name })),
          });
          expect(told(frameAt(mixed, index))).toEqual(told(frameAt(inOrder, index)));
        }
        const [last, middle] = [mixed.steps.length, Math.floor(mixed.steps.length / 2)];
        const before = frameAt(mixed, middle).places;
        const touched = new Set<string>();
        for (let index = middle + 1; index <= last; index++)
          for (const [key, place] of frameAt(mixed, index).places)
            if (frameAt(mixed, index - 1).places.get(key) !== place) touched.add(key);
        for (const [key, place] of frameAt(mixed, last).places)
          if (!touched.has(key)) expect(before.get(key)).toBe(place);
      }),
      { numRuns: 30 },
    );
  });

  it('is made without those before it, each of which has all places of a network', () => {
    const layer = { units: 1, activation: 'tanh' } as const;
    const trace = record(modelFrom({ layers: [...Array(30).fill(layer), { activation: 'sigmoid' }] }));
    const places = frameAt(trace, 0).places.size;
    const set = vi.spyOn(Map.prototype, 'set');
    frameAt(trace, trace.steps.length);
    expect(set.mock.calls.length).toBeLessThan(10 * (places + trace.steps.length));
    set.mockRestore();
  });

  it('leaves alone, as the same object, every place that neither it nor the step before marks or frees', () => {
    fc.assert(
      fc.property(anyOperations, (model) => {
        const trace = record(model);
        // Whichever of them is asked for first.
        frameAt(trace, trace.steps.length);
        const frames = allFrames(trace);
        frames.slice(1).forEach(({ places, step }, i) => {
          const freed = new Set(step!.cache.filter(({ kind }) => kind === 'free').map(slotPlaceKey));
          const before = frames[i]!.places;
          for (const [key, place] of places)
            if (!place.mark && !before.get(key)!.mark && !freed.has(key))
              expect(before.get(key), key).toBe(place);
        });
      }),
    );
  });
});
