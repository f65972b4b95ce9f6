// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { scoreOf, useProgress } from '../../../src/state/learning/progress';

beforeEach(() => {
  localStorage.clear();
  useProgress.setState({ done: [], tallies: {} });
});

const reload = (stored: unknown) => {
  localStorage.setItem('cacheback-progress', JSON.stringify({ state: stored, version: 0 }));
  return useProgress.persist.rehydrate();
};

describe('what the device remembers of a student', () => {
  it('is which lessons are done, each once', () => {
    const { finish } = useProgress.getState();
    finish('bytes');
    finish('bytes');
    expect(useProgress.getState().done).toEqual(['bytes']);
    expect(localStorage.getItem('cacheback-progress')).toContain('bytes');
  });

  it('is what was predicted, by its kind', () => {
    const { count } = useProgress.getState();
    count('weights', true);
    count('weights', false);
    count('input', true);
    expect(scoreOf(useProgress.getState().tallies)).toEqual({ asked: 3, right: 2 });
    expect(useProgress.getState().tallies.weights).toEqual({ asked: 2, right: 1, streak: 0 });
  });

  it.each([
    [{ done: ['bytes', 'none such', 7], tallies: {} }],
    [{ done: 'bytes' }],
    [{ done: [], tallies: { weights: { asked: -1, right: 'x' } } }],
    [null],
    ['text'],
    [{ done: ['bytes'], tallies: 3 }],
  ])('is read like a file: %j breaks nothing', async (stored) => {
    await reload(stored);
    const { done, tallies } = useProgress.getState();
    expect(done.every((name) => name === 'bytes')).toBe(true);
    expect(scoreOf(tallies)).toEqual({ asked: 0, right: 0 });
  });
});
