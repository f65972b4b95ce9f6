import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAfterFrame } from '../../../../src/view/stage/overview/after-frame';

/** What waits for the next frame. */
const frames: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('does what was given last, once the next frame is on the screen, and no more than once', () => {
  const afterFrame = createAfterFrame();
  const [first, last, next] = [vi.fn(), vi.fn(), vi.fn()];
  afterFrame(first);
  afterFrame(last);
  expect(last).not.toHaveBeenCalled();
  for (const draw of frames.splice(0)) draw();
  expect(last).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect([first, last].map((work) => work.mock.calls.length)).toEqual([0, 1]);
  afterFrame(next);
  for (const draw of frames.splice(0)) draw();
  vi.runAllTimers();
  expect([last, next].map((work) => work.mock.calls.length)).toEqual([1, 1]);
});
