import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRows } from '../../src/core/math/matrix';
import { initSchemeNames, initSchemes } from '../../src/core/model/init';
import { drawParameters } from '../../src/data/parameters';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const units = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 });
const schemes = fc.constantFrom(...initSchemeNames);
const mean = (values: Iterable<number>) => {
  const list = [...values];
  return list.reduce((sum, x) => sum + x, 0) / list.length;
};

describe('parameters', () => {
  it('are W and b of every layer, (n_l, n_{l-1}) and (n_l, 1), stored as the model is', () => {
    fc.assert(
      fc.property(
        units,
        schemes,
        seeds,
        fc.constantFrom('float32', 'float64'),
        (n, scheme, seed, precision) => {
          const parameters = drawParameters({ units: n, m: 3 }, { scheme, seed }, precision);
          expect([...parameters.keys()]).toEqual(n.slice(1).flatMap((_, i) => [`W${i + 1}`, `b${i + 1}`]));
          for (const [l, rows] of n.entries()) {
            if (l === 0) continue;
            expect(parameters.get(`W${l}`)).toMatchObject({ rows, cols: n[l - 1], type: precision });
            expect(parameters.get(`b${l}`)).toMatchObject({ rows, cols: 1, type: precision });
          }
        },
      ),
    );
  });

  it.each(initSchemeNames)('have under %s the deviation that its scheme says, and biases of 0', (scheme) => {
    const inputs = 200;
    const parameters = drawParameters({ units: [inputs, 200], m: 1 }, { scheme, seed: 5 }, 'float64');
    const W = parameters.get('W1')!.data;
    const deviation = initSchemes[scheme](inputs);
    expect(Math.abs(mean(W))).toBeLessThanOrEqual(deviation / 50);
    expect(Math.sqrt(mean(W.map((w) => w * w)))).toBeCloseTo(deviation, 3);
    expect(parameters.get('b1')!.data.every((b) => b === 0)).toBe(true);
  });

  it('follow He with √(2/n), Xavier with √(1/n), and zeros with 0', () => {
    expect(initSchemes.he(8)).toBe(0.5);
    expect(initSchemes.xavier(4)).toBe(0.5);
    expect(initSchemes.zeros()).toBe(0);
  });

  it('are the same for the same seed and others for another', () => {
    fc.assert(
      fc.property(units, seeds, seeds, (n, seed, other) => {
        const drawn = (of: number) =>
          drawParameters({ units: n, m: 1 }, { scheme: 'he', seed: of }, 'float64');
        expect(drawn(seed)).toEqual(drawn(seed));
        if (seed !== other) expect(drawn(seed)).not.toEqual(drawn(other));
      }),
    );
  });

  it('of one layer stay as they are when another layer changes its units', () => {
    fc.assert(
      fc.property(units, fc.nat(), fc.integer({ min: 1, max: 9 }), seeds, (n, at, next, seed) => {
        const l = 1 + (at % (n.length - 1));
        const changed = n.with(l, next);
        const drawn = (of: number[]) =>
          drawParameters({ units: of, m: 1 }, { scheme: 'he', seed }, 'float64');
        const [before, after] = [drawn(n), drawn(changed)];
        for (const name of before.keys())
          if (name !== `W${l}` && name !== `b${l}` && name !== `W${l + 1}`)
            expect(after.get(name), name).toEqual(before.get(name));
      }),
    );
  });

  it('of two layers with the same shape are not the same', () => {
    const parameters = drawParameters({ units: [4, 4, 4], m: 1 }, { scheme: 'he', seed: 0 }, 'float64');
    expect(parameters.get('W1')).not.toEqual(parameters.get('W2'));
  });

  it('that are given stay where their shape fits, and are drawn where it does not', () => {
    const given = { W1: [[1, 2]], b1: [[3]], W2: [[4, 5]], b2: [[6], [7]] };
    const sizes = { units: [2, 1, 1], m: 1 };
    const drawn = drawParameters(sizes, { scheme: 'he', seed: 9 }, 'float64');
    const parameters = drawParameters(sizes, { scheme: 'he', seed: 9 }, 'float64', given);
    expect(toRows(parameters.get('W1')!)).toEqual([[1, 2]]);
    expect(toRows(parameters.get('b1')!)).toEqual([[3]]);
    expect(parameters.get('W2')).toEqual(drawn.get('W2'));
    expect(parameters.get('b2')).toEqual(drawn.get('b2'));
  });

  it('that are given are rounded to the precision', () => {
    const parameters = drawParameters({ units: [1, 1], m: 1 }, { scheme: 'he', seed: 1 }, 'float32', {
      W1: [[0.1]],
    });
    expect(parameters.get('W1')!.data[0]).toBe(Math.fround(0.1));
  });
});
