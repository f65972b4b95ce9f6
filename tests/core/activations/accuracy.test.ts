import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ActivationName } from '../../../src/core/activations';
import { slopeAt, valueAt } from './one-cell';

/** z, g(z) and g′(z) to 25 digits. digits.py says where they come from. */
type Row = readonly [z: number, a: number, slope: number];

const digits: Partial<Record<ActivationName, readonly Row[]>> = JSON.parse(
  readFileSync(`${import.meta.dirname}/digits.json`, 'utf8'),
);

const names = Object.keys(digits) as ActivationName[];

/** Of float64, whose own rounding is a thirtieth of it. */
const lastDigits = 3e-15;

const relativeError = (x: number, y: number): number => (x === y ? 0 : Math.abs(x / y - 1));

describe.each(names)('%s in float64', (name) => {
  it('is right to its last digits from one tail to the other', () => {
    for (const [z, a] of digits[name]!)
      expect(relativeError(valueAt(name, z), a), `z = ${z}`).toBeLessThan(lastDigits);
  });

  it('has a slope from Z, by the stable form where there are two, that is right to its last digits from one tail to the other', () => {
    for (const [z, , slope] of digits[name]!)
      expect(relativeError(slopeAt(name, z, 'Z_stable'), slope), `z = ${z}`).toBeLessThan(lastDigits);
  });
});

describe.each(['sigmoid', 'tanh'] as const)('%s as the course takes its slope from Z', (name) => {
  it('loses of g′ what 1 − g rounds away, and no more', () => {
    for (const [z, , slope] of digits[name]!)
      expect(Math.abs(slopeAt(name, z, 'Z') - slope), `z = ${z}`).toBeLessThan(2 ** -52);
  });

  it('in float32 loses what rounding every operation to float32 does, and that from A and Z alike', () => {
    for (const [z, , slope] of digits[name]!)
      for (const route of ['Z', 'A'] as const)
        expect(Math.abs(slopeAt(name, Math.fround(z), route, 'float32') - slope), `z = ${z}`).toBeLessThan(
          2 ** -22,
        );
  });
});

describe.each(names)('%s in float32', (name) => {
  it('is the float64 value rounded once', () => {
    for (const [z] of digits[name]!) {
      const rounded = Math.fround(z);
      expect(valueAt(name, rounded, 'float32'), `z = ${z}`).toBe(Math.fround(valueAt(name, rounded)));
    }
  });
});

describe('sigmoid in float32', () => {
  it('has the s of its way back in A: where A nears 1, both give one slope to the last bit', () => {
    for (const [z] of digits.sigmoid!) {
      const x = Math.fround(z);
      const [fromZ, fromA] = (['Z', 'A'] as const).map((route) => slopeAt('sigmoid', x, route, 'float32'));
      // From 1/2 on 1 − a is exact; below, what is worked out from A rounds once and s(1 − s) twice.
      if (x >= 0) expect(fromZ, `z = ${z}`).toBe(fromA);
      else expect(relativeError(fromZ!, fromA!), `z = ${z}`).toBeLessThanOrEqual(2 ** -23);
    }
  });
});

describe('a saturated sigmoid', () => {
  it('of 18 is stored in float32 as exactly 1: A and s(1 − s) give no slope, the stable form the right one', () => {
    expect(valueAt('sigmoid', 18, 'float32')).toBe(1);
    expect(slopeAt('sigmoid', 18, 'A', 'float32')).toBe(0);
    expect(slopeAt('sigmoid', 18, 'Z', 'float32')).toBe(0);
    expect(slopeAt('sigmoid', 18, 'Z_stable', 'float32')).toBe(Math.fround(1.522997928080807e-8));
  });

  it('of −18 keeps its slope by A and by Z', () => {
    expect(relativeError(slopeAt('sigmoid', -18, 'A', 'float32'), slopeAt('sigmoid', -18))).toBeLessThan(
      2e-7,
    );
  });
});

describe('every activation with a slope per cell', () => {
  const far = [-1e308, -1e200, -1e5, 1e5, 1e200, 1e308];

  it.each(names)('%s has a finite slope however far out', (name) => {
    for (const z of far) expect(slopeAt(name, z), `z = ${z}`).toSatisfy(Number.isFinite);
  });
});

describe('softplus', () => {
  it('keeps its slope by A where z is far below 0', () => {
    expect(relativeError(slopeAt('softplus', -30.1, 'A'), valueAt('sigmoid', -30.1))).toBeLessThan(1e-14);
  });
});

describe('hard_swish', () => {
  it('is z itself from 3 on, also where 6z overflows', () => {
    for (const z of [3, 3.3, 1e6 + 0.1, 1e308]) expect(valueAt('hard_swish', z)).toBe(z);
  });
});
