import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HASTE } from '../../../../src/view/stage/motion/haste';
import { createAfterFrame } from '../../../../src/view/stage/overview/after-frame';

/** What waits for the next frame. */
const frames = new Map<number, () => void>();
let asked = 0;

beforeEach(() => {
  frames.clear();
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    asked += 1;
    frames.set(asked, draw);
    return asked;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function drawFrame(): void {
  for (const draw of frames.values()) draw();
  frames.clear();
}

describe('work after a frame', () => {
  it('is done once the frame is on the screen', () => {
    const afterFrame = createAfterFrame();
    const work = vi.fn();
    for (let times = 1; times < 4; times++) {
      afterFrame(work);
      drawFrame();
      expect(work).toHaveBeenCalledTimes(times - 1);
      vi.advanceTimersByTime(HASTE + 1);
      expect(work).toHaveBeenCalledTimes(times);
    }
  });

  it('that comes too fast to be looked at waits for the last, which alone is done', () => {
    const afterFrame = createAfterFrame();
    const works = Array.from({ length: 5 }, () => vi.fn());
    for (const work of works) {
      afterFrame(work);
      drawFrame();
      vi.advanceTimersByTime(HASTE / 3);
    }
    const calls = () => works.map((work) => work.mock.calls.length);
    expect(calls()).toEqual([1, 0, 0, 0, 0]);
    vi.advanceTimersByTime(HASTE);
    expect(calls()).toEqual([1, 0, 0, 0, 1]);
  });
});
