import { type Endpoint, expose } from 'comlink';
import { vi } from 'vitest';
import { checksOf } from '../../../src/state/checks/checks';

/** Lets the checks run in this thread where a page has a worker; tells how many workers there are now. */
export function workersInProcess(checks: () => object = checksOf): { readonly running: number } {
  const count = { running: 0 };
  class InProcess {
    private readonly channel = new MessageChannel();
    onerror?: () => void;
    constructor() {
      count.running += 1;
      expose(checks(), this.channel.port1 as unknown as Endpoint);
      this.channel.port1.start();
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
      count.running -= 1;
      this.channel.port1.close();
      this.channel.port2.close();
    }
  }
  vi.stubGlobal('Worker', InProcess);
  return count;
}
