import { describe, expect, it } from 'vitest';
import { parseName } from '../../src/core/model/names';
import { record } from '../../src/core/pass/record';
import { type Brought, judge, mistakesIn } from '../../src/mine';
import { modelOf } from '../../src/state/choice/model-of';
import { networkNames, networks } from '../examples/networks';
import { covering, isWhole } from '../extent';

type Arrays = ReadonlyMap<string, Brought>;

/** All that a pass of a network has, as somebody in float64 would bring it. */
function rightArrays(name: keyof typeof networks): Arrays {
  const { buffers, model } = record(modelOf({ ...networks[name], precision: 'float64' }));
  const computed = Array.from(buffers).filter(
    ([key]) => key !== 'Y' && key !== 'A0' && !model.parameters.has(key),
  );
  return new Map(
    computed.map(([key, { rows, cols, data }]) => [
      key,
      { shape: [rows, cols], data: Float64Array.from(data) },
    ]),
  );
}

/** Of what each network could be tried with one, each time another; all in `npm run test:all`. */
const triedWith = <T>(name: keyof typeof networks, all: readonly T[]): readonly T[] =>
  isWhole ? all : [all[networkNames.indexOf(name) % all.length]!];

const judged = (name: keyof typeof networks, arrays: Arrays) =>
  judge(modelOf({ ...networks[name], precision: 'float64' }), arrays);

describe('a network', () => {
  it.each(networkNames)('has no mistake in its own arrays: %s', (name) => {
    const { rows } = judged(name, rightArrays(name));
    expect(rows.filter(({ verdict }) => verdict === 'mistake' || verdict === 'follows')).toEqual([]);
  });

  it.each(networkNames)(
    'has a mistake in each array that is not its own, and in no other that agrees: %s',
    (name) => {
      const arrays = rightArrays(name);
      const at = networkNames.indexOf(name);
      const spoilt = [...arrays].filter(
        ([key, { data }]) =>
          data.some((x) => Math.abs(x) >= 1e-12) &&
          !/^(D|mask|slope|mean|inv_std|centred|variance|std)/.test(key),
      );
      for (const [key, { shape, data }] of covering(spoilt, ([key]) => [parseName(key).kind], at)) {
        const wrong = new Map(arrays).set(key, { shape, data: data.map((x, k) => x * (k % 2 ? 1.5 : 0.7)) });
        expect(
          mistakesIn(judged(name, wrong)).map(({ tensor }) => tensor),
          key,
        ).toContain(key);
      }
    },
  );

  it.each(networkNames)('takes arrays of any shape: %s', (name) => {
    const data = (shape: readonly number[]) => new Float64Array(shape.reduce((n, x) => n * x, 1)).fill(0.3);
    for (const shape of triedWith(name, [[], [0], [7], [2, 9]])) {
      const arrays = new Map([...rightArrays(name).keys()].map((key) => [key, { shape, data: data(shape) }]));
      expect(judged(name, arrays).rows.length).toBeGreaterThan(3);
    }
  });

  it.each(networkNames)('takes NaN and infinities, and no arrays at all: %s', (name) => {
    for (const x of triedWith(name, [Number.NaN, Infinity, -Infinity])) {
      const arrays = new Map(
        Array.from(rightArrays(name), ([key, { shape, data }]) => [key, { shape, data: data.map(() => x) }]),
      );
      expect(judged(name, arrays).rows.length).toBeGreaterThan(3);
    }
    expect(judged(name, new Map()).rows.every(({ verdict }) => verdict === 'missing')).toBe(true);
  });
});
