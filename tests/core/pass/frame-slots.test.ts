import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { type Place, slotPlaceKey } from '../../../src/core/pass/frames/place';
import { record } from '../../../src/core/pass/record';
import { type Slot, type Step, slotKey, type Trace } from '../../../src/core/pass/trace';
import { anyNetwork, anyRegularised, modelFrom } from '../models';

/** 3-2-2 with relu, then sigmoid: 13 steps where nothing is recomputed. */
const small = (first: 'Z' | 'A' | 'ZA' | 'none', activation: 'relu' | 'silu' = 'relu'): Trace =>
  record(modelFrom({ layers: [{ activation, keep: first }, { activation: 'sigmoid' }] }));

/** The step that does what is said, e.g. `backward activation 1`. */
const stepOf = ({ steps }: Trace, does: string): Step =>
  steps.find(({ phase, op, layer }) => `${phase} ${op} ${layer}` === does)!;

const slotOf = (layer: number, name: string): Slot => {
  const [cache, slot] = name.split('.');
  return { layer, cache, slot } as Slot;
};

/** The states of a place over all frames, each as often as it lasts. */
const statesOf = (trace: Trace, key: string): string =>
  [...Array(trace.steps.length + 1).keys()]
    .map((i) => frameAt(trace, i).places.get(key)!.state)
    .join(' ')
    .replace(/(\w+)( \1)*/g, (run, state: string) => `${state}×${run.split(' ').length}`);

describe('a slot', () => {
  const Z1 = slotPlaceKey(slotOf(1, 'activation.Z'));

  it('is empty until it is saved, held until its last read is past, then freed', () => {
    expect(statesOf(small('Z'), Z1)).toBe('empty×2 held×10 freed×2');
  });

  it('shows what it was changed to last, where it was changed twice', () => {
    const trace = small('Z');
    const saved = trace.values.find(({ name }) => name === 'Z1')!;
    const [once, twice] = [100, 101].map((id) => ({ ...saved, id }));
    const changed = new Map([
      [saved, once!],
      [once!, twice!],
    ]);
    expect(frameAt({ ...trace, changed }, 0).places.get(Z1)!.value).toBe(twice);
  });

  it('is shown as held and read in the step that reads and frees it', () => {
    const trace = small('Z');
    const { index } = stepOf(trace, 'backward activation 1');
    expect(frameAt(trace, index).places.get(Z1)).toMatchObject({
      state: 'held',
      mark: 'read',
      freedAt: index,
    });
  });

  it('that a step frees without reading it is freed in that step', () => {
    const trace = small('Z');
    const A_prev = slotPlaceKey(slotOf(2, 'linear.A_prev'));
    const { index } = stepOf(trace, 'backward input 2');
    expect(frameAt(trace, index - 1).places.get(A_prev)!.state).toBe('held');
    expect(frameAt(trace, index).places.get(A_prev)).toMatchObject({ state: 'freed', freedAt: index });
  });

  it('knows the step that filled it', () => {
    const trace = small('Z');
    expect(frameAt(trace, 2).places.get(Z1)!.since).toBe(2);
    expect(frameAt(trace, 5).places.get(Z1)!.since).toBe(2);
  });

  it('that no step ever reads is unread from when it is filled, and stays so', () => {
    expect(statesOf(small('ZA'), Z1)).toBe('empty×2 unread×12');
    expect(statesOf(small('Z'), slotPlaceKey(slotOf(1, 'linear.b')))).toBe('empty×1 unread×13');
  });

  it('of b is held and freed where Z has to be computed again', () => {
    expect(statesOf(small('none'), slotPlaceKey(slotOf(1, 'linear.b')))).toMatch(
      /^empty×1 held×\d+ freed×\d+$/,
    );
  });

  it('that was missed is filled by the recomputation, read by the step that missed it, and freed with it', () => {
    const trace = small('A', 'silu');
    const { index } = stepOf(trace, 'recompute linear 1');
    const places = [-1, 0, 1, 2].map((offset) => frameAt(trace, index + offset).places.get(Z1)!);
    expect(places.map(({ state, mark }) => [state, mark])).toEqual([
      ['empty', undefined],
      ['held', 'write'],
      ['held', 'read'],
      ['freed', undefined],
    ]);
    expect(stepOf(trace, 'backward activation 1').index).toBe(index + 1);
    expect(statesOf(trace, slotPlaceKey(slotOf(1, 'activation.A')))).toMatch(/^empty×2 unread×\d+$/);
  });

  it('is held over just the steps from its save to its free, in any network', () => {
    fc.assert(
      fc.property(fc.oneof(anyNetwork, anyRegularised), (model) => {
        const trace = record(model);
        const filled = new Set<string>();
        for (const step of trace.steps) {
          for (const event of step.cache) {
            if (event.kind === 'save') filled.add(slotKey(event));
            if (
              event.kind === 'free' &&
              !step.cache.some((e) => e.kind === 'read' && slotKey(e) === slotKey(event))
            )
              filled.delete(slotKey(event));
          }
          const held = ({ state, slot, freedAt = Infinity }: Place) =>
            slot && (state === 'held' || (state === 'unread' && step.index < freedAt));
          const places = [...frameAt(trace, step.index).places.values()];
          expect(
            places
              .filter(held)
              .map(({ slot }) => slotKey(slot!))
              .sort(),
          ).toEqual([...filled].sort());
          for (const event of step.cache) if (event.kind === 'free') filled.delete(slotKey(event));
        }
      }),
    );
  });
});
