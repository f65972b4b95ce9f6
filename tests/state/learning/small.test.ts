import { describe, expect, it, vi } from 'vitest';
import { lessons } from '../../../src/lessons';
import { setExamples, setUnits } from '../../../src/state/choice/edits';
import { playLesson } from '../../../src/state/learning/playing';
import { connectSmall } from '../../../src/state/learning/small';
import { isAtOnce, isPassInPassing } from '../../../src/state/passes/size';
import { createStore } from '../../../src/state/store';
import { fakeThread } from '../passes/fake-thread';

function setUp() {
  const thread = fakeThread();
  const store = createStore(thread.load);
  connectSmall(store);
  const { play } = playLesson(lessons.golf, store, 0);
  return { store, play, begun: thread.begun, before: store.getState().choice, ...store.getState() };
}

describe('the network of a lesson', () => {
  it.each(Object.keys(lessons) as (keyof typeof lessons)[])('of %s is small wherever it begins', (name) => {
    const store = createStore();
    const sentences = vi.fn();
    store.subscribe(({ notice }) => notice !== undefined && sentences(notice));
    connectSmall(store);
    const { play } = playLesson(lessons[name], store, 0);
    for (let beat = 0; beat < play.getState().beats.length; beat++) {
      play.getState().goTo(beat);
      expect(isPassInPassing(store.getState().choice)).toBe(true);
      play.getState().help();
    }
    expect(sentences).not.toHaveBeenCalled();
  });

  it('takes an edit that leaves it small', () => {
    const { store, edit } = setUp();
    edit(setUnits(1, 9));
    expect(store.getState().choice.layers[0]!.units).toBe(9);
    expect(store.getState().notice).toBeUndefined();
  });

  it('takes no edit that would make it large, and says so', () => {
    const { store, before, edit } = setUp();
    edit(setExamples(2_000));
    expect(store.getState()).toMatchObject({
      choice: before,
      notice: expect.stringMatching(/^This was undone: the network of a lesson/),
    });
  });

  it('takes none that would be worked out in a thread, and ends that', async () => {
    const { store, before, begun, edit } = setUp();
    const huge = (choice: typeof before) => setExamples(4_000)(setUnits(2, 500)(setUnits(1, 500)(choice)));
    expect(isAtOnce({ ...store.getState(), choice: huge(before) })).toBe(false);
    edit(huge);
    await vi.waitFor(() => expect(store.getState().notice).toMatch(/the network of a lesson stays small/));
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.getState()).toMatchObject({ choice: before, pending: undefined });
    expect(begun).toHaveLength(0);
  });
});
