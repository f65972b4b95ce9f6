import { vi } from 'vitest';
import { checksOf } from '../../../src/state/checks/checks';
import { PortWorker } from '../../port-worker';

/** Lets the checks run in this thread where a page has a worker; tells how many workers there are now. */
export function workersInProcess(checks: () => object = checksOf): { readonly running: number } {
  const count = { running: 0 };
  class InProcess extends PortWorker {
    constructor() {
      super();
      count.running += 1;
      this.offer(checks());
    }
    override terminate() {
      count.running -= 1;
      super.terminate();
    }
  }
  vi.stubGlobal('Worker', InProcess);
  return count;
}
