import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activationOf } from '../../../src/core/activations';
import { cacheOf } from '../../../src/core/activations/cells';
import { fromRows, map } from '../../../src/core/math/matrix';
import type { NumberFormatName } from '../../../src/core/precision/formats';
import { numberFormatNames } from '../../../src/core/precision/formats';
import { errorsOf, markedErrors, thresholdsOf } from '../../../src/core/precision/loss';
import { isMeasure, type PreciseRoute } from '../../../src/core/precision/routes';
import { textbook } from '../../../src/core/precision/textbook';
import measured from './thresholds.json';

const usual = (name: ActivationName): number => activationOf(name).alpha ?? 0;

const firstOf = (name: ActivationName, format: NumberFormatName, route: PreciseRoute, side: string) =>
  thresholdsOf(name, usual(name), format).find((row) => row.route === route && row.side === side)!.first;

/** The route that a row of the measurement is about; which of two formulas from A, its last words say. */
function routeOf(row: string): PreciseRoute {
  if (row.includes('naive')) return 'Z by the textbook';
  if (row.includes('stable')) return 'Z, stable form';
  if (row.includes('from Z')) return 'Z';
  return /expm1|\(1\+a\)/.test(row) ? 'A' : 'A by the textbook';
}

const float32 = Object.entries(measured.float32).map(([row, { first1pct, first10pct, first100pct }]) => ({
  row,
  name: row.split(' ')[0] as ActivationName,
  side: row.includes('z>0') ? 'z > 0' : 'z < 0',
  first: [first1pct, first10pct, first100pct],
}));

describe('the first |z| where 1 %, 10 % and all of g′ are lost', () => {
  it.each(float32)(
    'in float32 is within 1 % of an exhaustive scan with NumPy: $row',
    ({ row, name, side, first }) => {
      const found = firstOf(name, 'float32', routeOf(row), side);
      first.forEach((z, i) => {
        if (z === null) expect(found[i]).toBeNull();
        else expect(Math.abs(found[i]! / z - 1)).toBeLessThan(0.01);
      });
    },
  );

  // Only the textbook's softplus goes through NumPy's own exp where it matters; the digits of elu are of its expm1.
  it.each(float32.filter(({ name }) => name !== 'softplus'))(
    'in float32 is the very float32 of that scan: $row',
    ({ row, name, side, first }) => {
      expect(firstOf(name, 'float32', routeOf(row), side)).toEqual(first);
    },
  );

  it.each(Object.entries(measured.bfloat16))(
    'in bfloat16 from A is that of a scan, for %s',
    (name, { first }) => {
      const side = name === 'elu' ? 'z < 0' : 'z > 0';
      expect(firstOf(name as ActivationName, 'bfloat16', 'A by the textbook', side)).toEqual([
        first['0.01'],
        first['0.1'],
        first['1.0'],
      ]);
    },
  );

  it('is 2.9999998 for a hard_sigmoid that is worked out again: a is rounded to 1 just before the kink', () => {
    const z = 3 - 2 ** -22;
    expect(firstOf('hard_sigmoid', 'float32', 'Z by the textbook', 'z > 0')).toEqual([z, z, z]);
    expect(firstOf('hard_sigmoid', 'float32', 'A', 'z > 0')).toEqual([null, null, null]);
  });

  it.each(['relu', 'leaky_relu', 'relu6', 'hard_tanh'] as const)('is nowhere for %s by any route', (name) => {
    for (const format of numberFormatNames)
      for (const { first } of thresholdsOf(name, usual(name), format))
        expect(first).toEqual([null, null, null]);
  });

  it.each(Object.keys(textbook) as ActivationName[])('comes later the more is lost, for %s', (name) => {
    for (const format of numberFormatNames)
      for (const { first } of thresholdsOf(name, usual(name), format)) {
        const reached = first.filter((z) => z !== null);
        expect(reached).toEqual([...reached].sort((p, q) => p - q));
        expect(first.slice(0, reached.length)).toEqual(reached);
      }
  });

  it('has no row from A where A is not enough', () => {
    const routes = (name: ActivationName, alpha: number) =>
      new Set(thresholdsOf(name, alpha, 'bfloat16').map(({ route }) => route));
    expect(routes('elu', 1)).toContain('A');
    expect(routes('elu', -1)).toEqual(new Set(['Z by the textbook', 'Z']));
    expect(routes('gelu', 0)).toEqual(new Set(['Z by the textbook', 'Z']));
  });

  it('has no row for what has no slope per cell, or one that reads nothing', () => {
    expect(thresholdsOf('softmax', 0, 'float32')).toEqual([]);
    expect(thresholdsOf('linear', 0, 'float32')).toEqual([]);
  });
});

describe('the course’s way from Z', () => {
  it.each(['sigmoid', 'tanh'] as const)(
    'has the very g′ of a pass in float32 that keeps Z, for %s',
    (name) => {
      const zs = Array.from({ length: 400 }, (_, i) => Math.fround((i - 200) / 10.01));
      const exact = errorsOf(name, 0, 'float32', zs).find(
        ({ route }) => route === 'Z as the course writes it',
      )!;
      const Z = fromRows([zs], 'float32');
      const ones = map(Z, () => 1);
      const pass = activationOf(name).backward(cacheOf('Z', Z), ones, 0);
      const truth = activationOf(name).backward(
        cacheOf(
          'Z',
          map(Z, (z) => z, 'float64'),
        ),
        map(ones, (x) => x, 'float64'),
        0,
        'Z_stable',
      );
      zs.forEach((z, i) => {
        expect(exact.errors[i], `z = ${z}`).toBe(Math.abs(pass.data[i]! - truth.data[i]!) / truth.data[i]!);
      });
    },
  );
});

describe('the relative error over z', () => {
  it.each(['sigmoid', 'tanh', 'elu', 'softplus', 'softsign'] as const)(
    'of %s reaches each mark at the first |z| and not at the number before',
    (name) => {
      for (const { route, side, first } of thresholdsOf(name, usual(name), 'float32')) {
        first.forEach((z, i) => {
          if (z === null) return;
          const sign = side === 'z > 0' ? 1 : -1;
          const before = new Float32Array(
            new Int32Array([new Int32Array(new Float32Array([z]).buffer)[0]! - 1]).buffer,
          );
          const errors = errorsOf(name, usual(name), 'float32', [sign * z, sign * before[0]!]);
          const [at, justBefore] = errors.find((row) => row.route === route)!.errors;
          expect(at).toBeGreaterThanOrEqual(markedErrors[i]!);
          expect(justBefore).toBeLessThan(markedErrors[i]!);
        });
      }
    },
  );

  it.each(activationNames)('of %s from Z in its stable form is never more than one rounding', (name) => {
    // Up to where gelu's slope stays a normal float32.
    const zs = Array.from({ length: 241 }, (_, i) => (i - 120) / 10);
    for (const [format, rounding] of [
      ['float32', 2 ** -24],
      ['bfloat16', 2 ** -8],
    ] as const)
      for (const { route, errors } of errorsOf(name, usual(name), format, zs))
        if (isMeasure(route)) expect(Math.max(...errors)).toBeLessThanOrEqual(rounding);
  });

  it('of a sigmoid from A is all of it once a is stored as 1', () => {
    const [fromA] = errorsOf('sigmoid', 0, 'float32', [18, 20, 40]);
    expect(fromA).toMatchObject({ route: 'A', errors: [1, 1, 1] });
  });
});
