import { afterEach, describe, expect, it, vi } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { type Standing, startChecks, type ToCheck } from '../../../src/state/checks';
import { checksOf } from '../../../src/state/checks/checks';
import { firstChoice } from '../../../src/state/choice/choice';
import { selectTrace } from '../../../src/state/selectors';
import { changeCell } from '../../../src/state/what-if/edits';
import { modelFrom } from '../../core/models';
import { workersInProcess } from './in-process';

const trace = record(modelFrom({ layers: [{ activation: 'tanh', units: 4 }, { activation: 'sigmoid' }] }));

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Starts checks and remembers what they tell. */
function start(of: ToCheck = { trace }) {
  const told: Standing[] = [];
  const checking = startChecks(of, (standing) => told.push(standing));
  const until = (state: Standing['state']) => vi.waitFor(() => expect(told.at(-1)?.state).toBe(state));
  return { told, checking, until };
}

describe('checks that are started', () => {
  it('tell where they stand, at last that they are done, and let their worker go', async () => {
    const workers = workersInProcess();
    const { told, until } = start();
    expect(told).toEqual([{ state: 'running', long: false }]);
    expect(workers.running).toBe(1);
    await until('done');
    expect(told.at(-1)!.rules).toMatchObject({ error: expect.any(Number) });
    expect(told.at(-1)!.slopes).toMatchObject({ done: 26, total: 26 });
    expect(workers.running).toBe(0);
  });

  it('find the same by the choice of a pass, of which no number is sent then', async () => {
    const take = vi.fn();
    workersInProcess(() => ({ ...checksOf(), take }));
    const choice = changeCell({ tensor: 'Z2', row: 0, col: 0 }, 3, 1)(firstChoice);
    const byChoice = start({ choice });
    await byChoice.until('done');
    expect(take).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
    workersInProcess();
    const byTrace = start({ trace: selectTrace({ choice }) });
    await byTrace.until('done');
    expect(byChoice.told.at(-1)!.slopes).toEqual(byTrace.told.at(-1)!.slopes);
    expect(byChoice.told.at(-1)!.rules).toEqual(byTrace.told.at(-1)!.rules);
  });

  it('end at once where they are stopped, and are not heard of again', async () => {
    const workers = workersInProcess();
    const { told, checking } = start();
    checking.stop();
    expect(workers.running).toBe(0);
    expect(told.at(-1)!.state).toBe('stopped');
    const count = told.length;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(told).toHaveLength(count);
  });

  it('pause where much is left, and go on when they are asked to', async () => {
    const workers = workersInProcess(() => {
      const checks = checksOf();
      let times = 0;
      return { ...checks, slopes: (tell: () => void) => checks.slopes(tell, times++ === 0 ? 0 : undefined) };
    });
    vi.spyOn(performance, 'now').mockImplementation(
      (
        (now) => () =>
          now++
      )(0),
    );
    const { told, checking, until } = start();
    await until('paused');
    expect(told.at(-1)!.slopes!.done).toBeLessThan(26);
    expect(workers.running).toBe(1);
    checking.goOn();
    await until('done');
    vi.restoreAllMocks();
    expect(told.at(-1)!.slopes!.done).toBe(26);
  });

  it('say once that they take longer than a blink', async () => {
    workersInProcess(() => ({ ...checksOf(), rules: () => new Promise(() => undefined) }));
    const { told, checking } = start();
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: 'running', long: true }));
    checking.stop();
  });

  it('say in a sentence why they broke off', async () => {
    const workers = workersInProcess(() => ({
      ...checksOf(),
      rules: () => {
        throw new Error('out of memory');
      },
    }));
    const { told, until } = start();
    await until('failed');
    expect(told.at(-1)!.sentence).toBe('The checks broke off: out of memory');
    expect(workers.running).toBe(0);
  });

  it('say in a sentence that there is no worker', () => {
    const { told, checking } = start();
    expect(told).toEqual([
      {
        state: 'failed',
        long: false,
        sentence: 'This browser could not start the checks. Is there a connection?',
      },
    ]);
    checking.goOn();
    checking.stop();
    expect(told).toHaveLength(1);
  });
});
