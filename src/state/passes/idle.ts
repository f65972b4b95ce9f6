import type { Thread } from '../../compare/thread';

/** How long a thread that is done waits for the next job, in ms. */
const PATIENCE = 10_000;

/**
 * Keeps the thread of the last job for a while: edits come one after the other, and to start a thread, and to warm it up,
 * takes several times as long as a pass of moderate size.
 */
export function createIdle<T>(start: () => Thread<T> | undefined) {
  let waiting: Thread<T> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Takes a thread away, if it is the one that waits. */
  const without = (thread: Thread<T>): boolean => {
    if (waiting !== thread) return false;
    waiting = undefined;
    clearTimeout(timer);
    return true;
  };
  const end = (thread: Thread<T>): void => {
    if (without(thread)) thread.end();
  };
  return {
    /** The thread that waits, else a new one; undefined where this browser has none. */
    take(): Thread<T> | undefined {
      const thread = waiting;
      return thread && without(thread) ? thread : start();
    },
    /** Has a thread that is done wait for the next job. One waits at most, and none that fails meanwhile. */
    leave(thread: Thread<T>): void {
      if (waiting) end(waiting);
      waiting = thread;
      timer = setTimeout(() => end(thread), PATIENCE);
      thread.failed.catch(() => end(thread));
    },
  };
}
