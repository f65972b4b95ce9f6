import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { startChecks } from '../../../src/state/checks';
import { modelFrom } from '../../core/models';

const model = modelFrom({
  layers: [
    { activation: 'tanh', units: 3 },
    { activation: 'sigmoid', units: 1 },
  ],
});

/** Has the memory cleared of what nothing holds. */
function collected(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Counts the workers that are there, and the messages that ask one to let go of what was sent to it. */
function countedWorkers() {
  const count = { running: 0, released: 0 };
  class Silent extends EventTarget {
    onerror: unknown;
    constructor() {
      super();
      count.running += 1;
    }
    postMessage(message: { type: string }) {
      if (message.type === 'RELEASE') count.released += 1;
    }
    terminate() {
      count.running -= 1;
    }
  }
  vi.stubGlobal('Worker', Silent);
  return count;
}

it('checks that are stopped leave no worker behind, no proxy that is not released and no pass', async () => {
  const count = countedWorkers();
  const passes: WeakRef<object>[] = [];
  for (let i = 0; i < 20; i++) {
    const trace = record(model);
    passes.push(new WeakRef(trace));
    const checking = startChecks({ trace }, () => undefined);
    checking.stop();
    checking.stop();
  }
  expect(count).toEqual({ running: 0, released: 20 });
  await wait(10);
  collected();
  expect(passes.filter((pass) => pass.deref()).length).toBeLessThan(3);
});
