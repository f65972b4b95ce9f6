import { beforeEach, describe, expect, it } from 'vitest';
import { firstChoice } from '../../src/state/choice/choice';
import { setActivation, setAllKeeps } from '../../src/state/choice/edits';
import { isAtEnd, type Move, passMoves } from '../../src/state/moves';
import { createStore } from '../../src/state/store';

const store = createStore();

const { move, moveToStep, togglePlaying, way } = passMoves(store);

/** The steps that a move leads to, one after the other, from step `from`. */
function led(kind: Move, from: number, times: number): number[] {
  moveToStep(from);
  return Array.from({ length: times }, () => {
    move(kind);
    return way().index;
  });
}

beforeEach(() => store.setState({ choice: firstChoice, position: 'start', playing: false }));

describe('moves along the pass', () => {
  it('go step by step, and stop at both ends', () => {
    expect(led('next', 0, 3)).toEqual([1, 2, 3]);
    expect(led('next', 18, 3)).toEqual([19, 19, 19]);
    expect(led('previous', 2, 3)).toEqual([1, 0, 0]);
  });

  it('go to both ends', () => {
    expect(led('last', 3, 1)).toEqual([19]);
    expect(led('first', 3, 1)).toEqual([0]);
  });

  it('go from layer to layer, with the loss between', () => {
    expect(led('nextLayer', 0, 8)).toEqual([1, 3, 5, 7, 9, 13, 17, 19]);
    expect(led('previousLayer', 19, 8)).toEqual([17, 13, 9, 7, 5, 3, 1, 0]);
  });

  it('go over every step there and back', () => {
    expect(led('next', 0, 19)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
    expect(led('previous', 19, 19)).toEqual(Array.from({ length: 19 }, (_, i) => 18 - i));
  });

  it('count a recomputation to the layer that asked for it', () => {
    store.getState().edit(setActivation(1, 'silu'));
    store.getState().edit(setAllKeeps('A'));
    expect(led('nextLayer', 13, 2)).toEqual([17, 20]);
  });

  it('start playing from the beginning where the reader stands at the end', () => {
    move('last');
    expect(isAtEnd(way())).toBe(true);
    togglePlaying();
    expect(store.getState().playing).toBe(true);
    expect(way().index).toBe(0);
    togglePlaying();
    expect(store.getState().playing).toBe(false);
  });
});
