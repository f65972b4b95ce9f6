import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../src/data/random';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const streams = fc.integer({ min: 0, max: 64 });
const take = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe('random numbers', () => {
  it('are the same for the same seed and stream', () => {
    fc.assert(
      fc.property(seeds, streams, (seed, stream) => {
        const [one, two] = [random(seed, stream), random(seed, stream)];
        expect(take(20, one.normal)).toEqual(take(20, two.normal));
        expect(take(20, one.uniform)).toEqual(take(20, two.uniform));
      }),
    );
  });

  it('are others for another seed or another stream', () => {
    fc.assert(
      fc.property(seeds, streams, seeds, streams, (seed, stream, otherSeed, otherStream) => {
        fc.pre(seed !== otherSeed || stream !== otherStream);
        expect(take(4, random(seed, stream).uniform)).not.toEqual(
          take(4, random(otherSeed, otherStream).uniform),
        );
      }),
    );
  });

  it('are uniform from 0 to 1, 1 left out', () => {
    const drawn = take(20_000, random(1).uniform);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(mean(drawn)).toBeCloseTo(1 / 2, 2);
    expect(mean(drawn.map((x) => x * x))).toBeCloseTo(1 / 3, 2);
  });

  it('are normal with mean 0, deviation 1 and the tails of a normal distribution', () => {
    const drawn = take(20_000, random(1).normal);
    expect(Math.abs(mean(drawn))).toBeLessThan(0.03);
    expect(mean(drawn.map((x) => x * x))).toBeCloseTo(1, 1);
    expect(mean(drawn.map((x) => x ** 4))).toBeCloseTo(3, 0);
  });

  it.each([
    ['seeds', (n: number) => random(n)],
    ['streams', (n: number) => random(1, n)],
    ['seeds in one stream', (n: number) => random(n, 2)],
  ])(
    'do not follow from their neighbours: the first ones of neighbouring %s are uncorrelated',
    (_, source) => {
      const first = Array.from({ length: 5000 }, (_, n) => source(n).uniform());
      expect(mean(first)).toBeCloseTo(1 / 2, 1);
      for (const lag of [1, 2, 3]) {
        const covariance = mean(first.slice(lag).map((x, i) => (x - 0.5) * (first[i]! - 0.5)));
        expect(Math.abs(12 * covariance), `${lag} apart`).toBeLessThan(0.06);
      }
    },
  );
});
