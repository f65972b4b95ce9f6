import { describe, expect, it } from 'vitest';
import { leastRule } from '../../../src/compare/least';
import { activationOf, isDefined } from '../../../src/core/activations';
import { defineCustom } from '../define-custom';

const named = (formula: string) => ({ activation: 'mine', formula });

const square = { g: (z: number) => z * z, fromZ: (z: number) => 2 * z };

describe('an activation that somebody wrote', () => {
  it('is known by its formula once it is defined, and an error before', () => {
    expect(isDefined({ formula: 'z^2' })).toBe(false);
    expect(() => activationOf(named('z^2'))).toThrow('the formula z^2 has not been defined');
    defineCustom(
      { formula: 'z^2' },
      { ...square, tex: { g: 'z^2', slope: {} }, costs: { g: [1, 0], Z: [1, 0] } },
    );
    expect(isDefined({ formula: 'z^2' })).toBe(true);
    expect(activationOf(named('z^2'))).toBe(activationOf({ activation: 'another name', formula: 'z^2' }));
  });

  it('goes by its formula even where its name is one of the record', () => {
    expect(activationOf({ activation: 'softmax', formula: 'z^2' })).toBe(activationOf(named('z^2')));
  });

  it('has its slope from Z and from the slope itself, never from A', () => {
    expect([...activationOf(named('z^2')).routes(0)].sort()).toEqual(['Z', 'slope']);
    expect(leastRule({ ...named('z^2'), alpha: 0 })).toBe('Z');
  });

  it('is another one with other slopes, and has its slope from A where one is given', () => {
    const own = { formula: 'z^3', slopeFromA: '3 * cbrt(a)^2' };
    expect(isDefined(own)).toBe(false);
    const parts = {
      g: (z: number) => z ** 3,
      fromZ: (z: number) => 3 * z * z,
      tex: { g: 'z^3', slope: {} },
      costs: { g: [2, 0], Z: [2, 0] },
    } as const;
    defineCustom({ formula: 'z^3' }, parts);
    defineCustom(own, { ...parts, fromA: (a) => 3 * Math.cbrt(a) ** 2 });
    const activation = activationOf({ activation: 'cube', ...own });
    expect(activation).not.toBe(activationOf({ activation: 'cube', formula: 'z^3' }));
    expect([...activation.routes(0)].sort()).toEqual(['A', 'Z', 'slope']);
    expect(leastRule({ activation: 'cube', ...own, alpha: 0 })).toBe('A');
    expect(leastRule({ activation: 'cube', formula: 'z^3', alpha: 0 })).toBe('Z');
  });
});
