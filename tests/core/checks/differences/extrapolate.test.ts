import { describe, expect, it } from 'vitest';
import { extrapolate, RATIO } from '../../../../src/core/checks/differences/extrapolate';

/** Central differences of f at 0 with steps from h on, each shorter than the one before. */
const differences = (f: (x: number) => number, h: number, steps: number) =>
  Array.from({ length: steps }, (_, i) => {
    const step = h / RATIO ** i;
    return { slope: (f(step) - f(-step)) / (2 * step), noise: (2 ** -52 * Math.abs(f(0)) + 1e-16) / step };
  });

describe('the slope at h = 0', () => {
  it.each([
    ['exp', Math.exp, 1],
    ['sin', (x: number) => Math.sin(3 * x), 3],
    ['ln(x + 0.0007)', (x: number) => Math.log(x + 0.0007), 1 / 0.0007],
    ['1 / (1.01 − x)', (x: number) => 1 / (1.01 - x), 1 / 1.01 ** 2],
    ['1 / (1 + e^−25x)', (x: number) => 1 / (1 + Math.exp(-25 * x)), 6.25],
  ] as const)('of %s is found to ten digits, and no further off than ten times its error', (_, f, right) => {
    const finite = differences(f, 0.5, 13).filter(({ slope }) => Number.isFinite(slope));
    const { slope, error } = extrapolate(finite)!;
    expect(Math.abs(slope - right)).toBeLessThan(1e-7 * right);
    expect(Math.abs(slope - right)).toBeLessThanOrEqual(10 * error);
    expect(error).toBeLessThan(1e-5 * right);
  });

  it('of one step is unknown', () => {
    expect(extrapolate(differences(Math.exp, 0.5, 1))).toBeUndefined();
  });

  it('where g′ bends is told with an error that is no smaller than it is', () => {
    const f = (x: number) => x + 3 * Math.max(x, 0) ** 2;
    const { slope, error } = extrapolate(differences(f, 0.5, 5))!;
    expect(Math.abs(slope - 1)).toBeGreaterThan(1e-4);
    expect(Math.abs(slope - 1)).toBeLessThanOrEqual(10 * error);
  });
});
