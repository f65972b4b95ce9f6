import { AsyncLocalStorage } from 'node:async_hooks';
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { vi } from 'vitest';
import { PortWorker } from '../../port-worker';

/** Whether what runs does so in a thread of its own, as far as the page can tell. */
const inThread = new AsyncLocalStorage<true>();

export const isInThread = (): boolean => inThread.getStore() === true;

type Offered = Record<string, (...args: unknown[]) => unknown>;

const offeredBy = new Map<string, Offered>();

async function offeredIn(url: string, taken: { last?: object }): Promise<Offered> {
  if (!offeredBy.has(url)) {
    await import(/* @vite-ignore */ url);
    offeredBy.set(url, taken.last as Offered);
  }
  return Object.fromEntries(
    Object.entries(offeredBy.get(url)!).map(([name, work]) => [
      name,
      (...args: unknown[]) => inThread.run(true, () => work(...args)),
    ]),
  );
}

/**
 * Lets the page's own workers run in this thread, each known as one. `taken` is where what the module of a worker
 * offers by comlink's `expose` is put.
 */
export function workersKnown(taken: { last?: object }): void {
  class Known extends PortWorker {
    constructor(url: URL) {
      super();
      void offeredIn(url.pathname, taken).then((offered) => this.offer(offered));
    }
  }
  vi.stubGlobal('Worker', Known);
  // jsdom's own can't be handed to another thread.
  vi.stubGlobal('Blob', NodeBlob);
  vi.stubGlobal('File', NodeFile);
}
