import { describe, expect, it } from 'vitest';
import { leastRule } from '../../../src/compare/least';
import { activationOf, isDefined } from '../../../src/core/activations';
import { defineOwn } from '../define-own';

const square = { formula: 'z^2' };
const mine = { activation: 'mine', own: square };

describe('an activation that somebody wrote', () => {
  it('is known once it is defined, and an error before', () => {
    expect(isDefined(square)).toBe(false);
    expect(() => activationOf(mine)).toThrow('the formula z^2 has not been defined');
    defineOwn(square, {
      g: (z) => z * z,
      fromZ: (z) => 2 * z,
      tex: { g: 'z^2', slope: {} },
      costs: { g: [1, 0], Z: [1, 0] },
    });
    expect(isDefined(square)).toBe(true);
    expect(activationOf(mine)).toBe(activationOf({ activation: 'another name', own: square }));
  });

  it('is known to the layers that have it, and to nobody who has the same text', () => {
    expect(activationOf({ ...mine })).toBe(activationOf(mine));
    expect(isDefined({ ...square })).toBe(false);
  });

  it('goes by what was written even where its name is one of the record', () => {
    expect(activationOf({ activation: 'softmax', own: square })).toBe(activationOf(mine));
  });

  it('has its slope from Z and from the slope itself, never from A', () => {
    expect([...activationOf(mine).routes(0)].sort()).toEqual(['Z', 'slope']);
    expect(leastRule({ ...mine, alpha: 0 })).toBe('Z');
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
    const alone = defineOwn({ formula: 'z^3' }, parts);
    defineOwn(own, { ...parts, fromA: (a) => 3 * Math.cbrt(a) ** 2 });
    const activation = activationOf({ activation: 'cube', own });
    expect(activation).not.toBe(activationOf({ activation: 'cube', own: alone }));
    expect([...activation.routes(0)].sort()).toEqual(['A', 'Z', 'slope']);
    expect(leastRule({ activation: 'cube', own, alpha: 0 })).toBe('A');
    expect(leastRule({ activation: 'cube', own: alone, alpha: 0 })).toBe('Z');
  });
});
