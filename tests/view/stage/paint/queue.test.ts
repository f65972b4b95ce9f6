import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paintInTurn } from '../../../../src/view/stage/paint/queue';

let now = 0;
let frames: (() => void)[] = [];
let painted: string[] = [];

beforeEach(() => {
  frames = [];
  painted = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  for (let i = 0; i < 100 && frames.length > 0; i++) nextFrame();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const nextFrame = () => frames.shift()?.();

/** A canvas that takes so many ms to paint, and stands in the window or beside it. */
function paint(name: string, { takes = 4, isSeen = true } = {}) {
  const canvas = document.createElement('canvas');
  canvas.getBoundingClientRect = () => new DOMRect(isSeen ? 10 : -1000, 10, 100, 100);
  return paintInTurn(canvas, () => {
    now += takes;
    painted.push(name);
  });
}

describe('canvases that are painted in turn', () => {
  it('are all painted at once in the first frame: nobody waits for a key yet', () => {
    for (let i = 0; i < 40; i++) paint(String(i));
    expect(painted).toHaveLength(40);
  });

  it('are painted at once while a frame has time, and then in the next ones', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) paint(name);
    expect(painted).toEqual(['a', 'b', 'c']);
    nextFrame();
    expect(painted).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    nextFrame();
    expect(painted).toHaveLength(7);
    expect(frames).toHaveLength(0);
  });

  it('are painted first where they are seen', () => {
    paint('large', { takes: 20 });
    paint('beside', { takes: 20, isSeen: false });
    paint('seen', { takes: 20 });
    nextFrame();
    expect(painted).toEqual(['large', 'seen']);
    nextFrame();
    expect(painted).toEqual(['large', 'seen', 'beside']);
  });

  it('are not painted any more once they are gone', () => {
    paint('large', { takes: 20 });
    const takeBack = paint('gone');
    takeBack();
    nextFrame();
    expect(painted).toEqual(['large']);
  });
});
