import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAtRest } from '../../../../src/view/inspector/step/useAtRest';
import { HASTE } from '../../../../src/view/stage/motion/haste';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (time: number) => act(() => vi.advanceTimersByTime(time));

describe('a value at rest', () => {
  it('is the value of now, for who takes one step after the other', () => {
    const { result, rerender } = renderHook(useAtRest, { initialProps: 1 });
    for (const next of [2, 3, 4]) {
      pass(HASTE + 1);
      rerender(next);
      expect(result.current).toBe(next);
    }
  });

  it('stays what it was while others rush by, and is the last of them then', () => {
    const { result, rerender } = renderHook(useAtRest, { initialProps: 1 });
    rerender(2);
    for (const next of [3, 4, 5, 6]) {
      pass(HASTE / 3);
      rerender(next);
      expect(result.current).toBe(2);
    }
    pass(HASTE);
    expect(result.current).toBe(6);
  });
});
