import { AsyncLocalStorage } from 'node:async_hooks';
import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { type Endpoint, expose } from 'comlink';
import { vi } from 'vitest';

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
  class Known {
    private readonly channel = new MessageChannel();
    constructor(url: URL) {
      void offeredIn(url.pathname, taken).then((offered) => {
        expose(offered, this.channel.port1 as unknown as Endpoint, undefined);
        this.channel.port1.start();
      });
      this.channel.port2.start();
    }
    postMessage(message: unknown, transfer: Transferable[]) {
      this.channel.port2.postMessage(message, transfer);
    }
    addEventListener(...args: Parameters<MessagePort['addEventListener']>) {
      this.channel.port2.addEventListener(...args);
    }
    removeEventListener(...args: Parameters<MessagePort['removeEventListener']>) {
      this.channel.port2.removeEventListener(...args);
    }
    terminate() {
      this.channel.port1.close();
      this.channel.port2.close();
    }
  }
  vi.stubGlobal('Worker', Known);
  // jsdom's own can't be handed to another thread.
  vi.stubGlobal('Blob', NodeBlob);
  vi.stubGlobal('File', NodeFile);
}
