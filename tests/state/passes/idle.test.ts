import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Thread } from '../../../src/compare/thread';
import { createIdle } from '../../../src/state/passes/idle';

/** A thread that does nothing, and how to have it fail. */
function idleThread() {
  let fail = (): void => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = () => reject(new Error('gone'));
  });
  failed.catch(() => undefined);
  const thread = { remote: {}, failed, end: vi.fn() } as unknown as Thread<object>;
  return { thread, fail };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a thread that is done', () => {
  it('does the next job, and is no longer there for another', () => {
    const start = vi.fn(() => idleThread().thread);
    const idle = createIdle(start);
    const first = idle.take()!;
    idle.leave(first);
    expect(idle.take()).toBe(first);
    expect(idle.take()).not.toBe(first);
    expect(start).toHaveBeenCalledTimes(2);
    vi.runAllTimers();
    expect(first.end).not.toHaveBeenCalled();
  });

  it('ends where no job comes for a while, and the next has a thread of its own', () => {
    const idle = createIdle(() => idleThread().thread);
    const first = idle.take()!;
    idle.leave(first);
    vi.runAllTimers();
    expect(first.end).toHaveBeenCalledTimes(1);
    expect(idle.take()).not.toBe(first);
  });

  it('ends where another is done after it', () => {
    const idle = createIdle(() => idleThread().thread);
    const [first, second] = [idle.take()!, idle.take()!];
    idle.leave(first);
    idle.leave(second);
    expect(first.end).toHaveBeenCalledTimes(1);
    expect(idle.take()).toBe(second);
    vi.runAllTimers();
    expect(second.end).not.toHaveBeenCalled();
  });

  it('ends where it fails while it waits', async () => {
    const { thread, fail } = idleThread();
    const idle = createIdle(() => idleThread().thread);
    idle.leave(thread);
    fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(thread.end).toHaveBeenCalledTimes(1);
    expect(idle.take()).not.toBe(thread);
  });
});
