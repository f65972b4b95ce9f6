import { describe, expect, it } from 'vitest';
import { measurePairs, type Run } from '../../../src/compare/times/measuring';
import { sentenceOf } from '../../../src/compare/times/words';
import { random } from '../../../src/data/random';
import { part } from '../../extent';
import { machines, runOn } from './machines';

const MEASUREMENTS = part(300);

/** What so many measurements on one kind of machine come to, each with another noise and another order. */
const measured = (machine: (seed: number) => Parameters<typeof runOn>[0], ms: number, ratio?: number) =>
  Promise.all(
    Array.from({ length: MEASUREMENTS }, (_, seed) =>
      measurePairs(runOn(machine(seed), ms, ratio), random(seed + 1), () => undefined),
    ),
  );

const saysNoDifference = (ratio: Parameters<typeof sentenceOf>[1]) =>
  sentenceOf('pass', ratio, 'tanh', ['Keep Z', 'Keep A']).includes('no difference beyond noise');

/** Of MEASUREMENTS, how many may miss where 1 in 100 does: four times the standard deviation more than that. */
const MOST_MISSES = Math.floor(MEASUREMENTS / 100 + 4 * Math.sqrt(MEASUREMENTS * 0.01 * 0.99));

describe('two rules measured on a machine that', () => {
  describe.each(Object.entries(machines))('%s', (_what, machine) => {
    it.each([0.3, 30, 900])('show no difference where both passes take %d ms', async (ms) => {
      const results = await measured(machine, ms);
      for (const what of ['pass', 'activations'] as const) {
        const told = results.filter(({ ratio }) => !saysNoDifference(ratio[what]));
        expect(told.length).toBeLessThanOrEqual(MOST_MISSES);
      }
    });

    it('have a ratio of 1.3 in the interval where that is how their times stand', async () => {
      const results = await measured(machine, 0.3, 1.3);
      const missed = results.filter(({ ratio: { pass } }) => pass.low > 1.3 || pass.high < 1.3);
      expect(missed.length).toBeLessThanOrEqual(MOST_MISSES);
    });
  });

  it('is quiet are told apart where one takes a twentieth longer', async () => {
    const results = await measured(machines['is quiet']!, 0.3, 1.05);
    expect(results.filter(({ ratio }) => saysNoDifference(ratio.pass))).toEqual([]);
  });

  it('is as busy as not are told apart where one takes half as long again', async () => {
    const busy = machines['has other work in bursts that last as long as several runs']!;
    const results = await measured(busy, 0.3, 1.5);
    expect(results.filter(({ ratio }) => saysNoDifference(ratio.pass)).length).toBeLessThan(
      MEASUREMENTS / 10,
    );
  });
});

describe('a measurement', () => {
  /** Runs that take as long as they are told, and what was run. */
  const steady = (ms: number) => {
    const seen: { rule: 0 | 1; ms: number }[] = [];
    const run: Run = (rule, passes) => {
      seen.push({ rule, ms: ms * passes });
      return { pass: ms * passes, activations: 0 };
    };
    return { seen, run };
  };

  it.each([0.01, 0.3, 7, 19, 400])(
    'repeats a pass of %d ms until each run is 20 ms or longer',
    async (ms) => {
      const { seen, run } = steady(ms);
      const { pairs } = await measurePairs(run, random(1), () => undefined);
      const counted = seen.slice(-2 * pairs);
      expect(Math.min(...counted.map((one) => one.ms))).toBeGreaterThanOrEqual(20);
      expect(counted.filter(({ rule }) => rule === 0)).toHaveLength(pairs);
    },
  );

  it('goes on with a run that came out shorter than 20 ms', async () => {
    let [runs, counted] = [0, Number.POSITIVE_INFINITY];
    const run: Run = () => ({ pass: ++runs < counted ? 35 : 8, activations: 4 });
    const { first, pairs } = await measurePairs(run, random(1), () => {
      counted = Math.min(counted, runs + 1);
    });
    expect(first).toEqual({ pass: 8, activations: 4 });
    expect(runs - counted + 1).toBe(3 * 2 * pairs);
  });

  it('warms up for half a second before it counts', async () => {
    const { seen, run } = steady(1);
    const { pairs } = await measurePairs(run, random(1), () => undefined);
    const before = seen.slice(0, -2 * pairs).reduce((sum, { ms }) => sum + ms, 0);
    expect(before).toBeGreaterThanOrEqual(500);
  });

  it('takes an even number of pairs, fewer where they are long, and says how far it is', async () => {
    for (const [ms, expected] of [
      [0.3, 60],
      [30, 60],
      [100, 20],
      [2000, 16],
    ] as const) {
      const heard: [number, number][] = [];
      const { pairs } = await measurePairs(steady(ms).run, random(1), (...progress) => heard.push(progress));
      expect(pairs, `passes of ${ms} ms`).toBe(expected);
      expect(heard).toEqual(Array.from({ length: expected }, (_, done) => [done, expected]));
    }
  });

  it('of times that no clock can tell has no ratio that is no number', async () => {
    const run: Run = () => ({ pass: 35, activations: 0 });
    const { ratio } = await measurePairs(run, random(1), () => undefined);
    expect(ratio.activations).toEqual({ low: 1, middle: 1, high: 1 });
  });
});
