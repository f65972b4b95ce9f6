import { type Remote, releaseProxy, wrap } from 'comlink';

/** A thread, and the functions that it offers. */
export interface Thread<T> {
  readonly remote: Remote<T>;
  /** Rejected where the thread can't be started, or what it sends can't be received. */
  readonly failed: Promise<never>;
  /** Ends it, whatever it is doing. */
  end(): void;
}

/**
 * A thread of what a worker offers by comlink's `expose`. A proxy that is not released keeps its worker, and whatever waits
 * for it, for as long as the page lives: so both end together. `notStarted` is the message where it can't be started.
 */
export function threadOf<T>(worker: Worker, notStarted: string): Thread<T> {
  const remote = wrap<T>(worker);
  let isOver = false;
  const failed = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(notStarted));
    worker.onerror = fail;
    worker.onmessageerror = fail;
  });
  // So that a failure which nobody waits for does not count as unhandled.
  failed.catch(() => undefined);
  const end = () => {
    if (isOver) return;
    isOver = true;
    worker.onerror = null;
    worker.onmessageerror = null;
    remote[releaseProxy]();
    worker.terminate();
  };
  return { remote, failed, end };
}

/**
 * The same for the worker that `start` makes; undefined where this browser has none. Each caller makes its own worker,
 * since the build finds workers by the literal text of that call.
 */
export function threadFrom<T>(start: () => Worker, notStarted: string): Thread<T> | undefined {
  try {
    return threadOf<T>(start(), notStarted);
  } catch {
    return undefined;
  }
}
