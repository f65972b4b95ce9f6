import { describe, expect, it, vi } from 'vitest';
import type { Model } from '../../../src/core/model/model';
import { record } from '../../../src/core/pass/record';
import { checksOf } from '../../../src/state/checks/checks';
import { modelFrom } from '../../core/models';

const model = modelFrom({
  layers: [
    { activation: 'tanh', units: 30 },
    { activation: 'sigmoid', units: 1 },
  ],
});

async function checksFor(of: Model) {
  const checks = checksOf();
  expect(await checks.take(record(of))).toBeUndefined();
  return checks;
}

describe('the checks of a worker', () => {
  it('compare the keep rules and take central differences of all parameters', async () => {
    const checks = await checksFor(model);
    expect(checks.rules().wrongCell).toBeUndefined();
    expect(checks.slopes(() => undefined)).toMatchObject({ done: 151, total: 151, wrongCells: [] });
  });

  it('end when their patience is at an end, and go on from there', async () => {
    const checks = await checksFor(model);
    const first = checks.slopes(() => undefined, 0);
    expect(first.done).toBeLessThan(151);
    expect(first.done).toBeGreaterThan(0);
    expect(checks.slopes(() => undefined).done).toBe(151);
  });

  it('tell how far they are at most ten times a second', async () => {
    const checks = await checksFor(model);
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    const told: number[] = [];
    checks.slopes(({ done }) => told.push(done));
    clock.mockRestore();
    expect(told.length).toBeGreaterThan(10);
    expect(told.length).toBeLessThanOrEqual(16);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});
