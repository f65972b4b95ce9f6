import { describe, expect, it } from 'vitest';
import { activationOf, defineCustom, isDefined } from '../../../src/core/activations';
import { leastRule } from '../../../src/core/least';

const named = (formula: string) => ({ activation: 'mine', formula });

const square = { g: (z: number) => z * z, fromZ: (z: number) => 2 * z };

describe('an activation that somebody wrote', () => {
  it('is known by its formula once it is defined, and an error before', () => {
    expect(isDefined('z^2')).toBe(false);
    expect(() => activationOf(named('z^2'))).toThrow('the formula z^2 has not been defined');
    defineCustom('z^2', { ...square, tex: { g: 'z^2', slope: {} }, costs: { g: [1, 0], Z: [1, 0] } });
    expect(isDefined('z^2')).toBe(true);
    expect(activationOf(named('z^2'))).toBe(activationOf({ activation: 'another name', formula: 'z^2' }));
  });

  it('goes by its formula even where its name is one of the record', () => {
    expect(activationOf({ activation: 'softmax', formula: 'z^2' })).toBe(activationOf(named('z^2')));
  });

  it('has its slope from Z and from the slope itself, never from A', () => {
    expect([...activationOf(named('z^2')).routes(0)].sort()).toEqual(['Z', 'slope']);
    expect(leastRule({ ...named('z^2'), alpha: 0 })).toBe('Z');
  });
});
