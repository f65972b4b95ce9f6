import { type Remote, releaseProxy, wrap } from 'comlink';

/** A thread of its own, and what it offers. */
export interface Thread<T> {
  readonly remote: Remote<T>;
  /** Rejected where the thread can't be started, or what it sends can't be received. */
  readonly failed: Promise<never>;
  /** Ends it, whatever it is at. */
  end(): void;
}

/**
 * What a worker offers by comlink's `expose`. A proxy that is not released keeps its worker, and what waits for it, for
 * as long as the page lives: so both end together. `notStarted` is said where it can't be started.
 */
export function threadOf<T>(worker: Worker, notStarted: string): Thread<T> {
  const remote = wrap<T>(worker);
  let isOver = false;
  const failed = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(notStarted));
    worker.onerror = fail;
    worker.onmessageerror = fail;
  });
  // Whoever does not wait for it is not concerned.
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
 * The same of the worker that `start` makes; undefined where this browser has none. Each caller names its own worker,
 * since the build finds workers by how they are written.
 */
export function threadFrom<T>(start: () => Worker, notStarted: string): Thread<T> | undefined {
  try {
    return threadOf<T>(start(), notStarted);
  } catch {
    return undefined;
  }
}
