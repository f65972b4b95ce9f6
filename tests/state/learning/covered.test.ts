import { describe, expect, it } from 'vitest';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { record } from '../../../src/core/pass/record';
import { lessons } from '../../../src/lessons';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { covered } from '../../../src/state/learning/covered';
import { playLesson } from '../../../src/state/learning/playing';
import { createStore } from '../../../src/state/store';

const frame = frameAt(record(modelOf(firstChoice)), 1);

const marked = (of: typeof frame, inSlots: boolean) =>
  [...of.places.values()].filter(({ mark, slot }) => mark && (slot !== undefined) === inSlots).length;

describe('a frame whose caches are the question', () => {
  it('shows what its step does elsewhere, and nothing that goes into a cache', () => {
    expect(marked(frame, true)).toBe(3);
    const shown = covered(frame, 'caches');
    expect(marked(shown, true)).toBe(0);
    expect(marked(shown, false)).toBe(marked(frame, false));
    expect(shown.step?.cache).toEqual([]);
  });

  it('tells of no step at all where its reads are the question', () => {
    const shown = covered(frame, 'reads');
    expect(marked(shown, true) + marked(shown, false)).toBe(0);
    expect(shown.step).toBeUndefined();
  });
});

describe('a beat that waits, before one that asks what the caches hold', () => {
  it('covers them already', () => {
    const store = createStore();
    const { end } = playLesson(lessons.caches, store, 0);
    expect(store.asking.getState().cover).toBe('caches');
    end();
  });
});
