import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activationOf } from '../../../src/core/activations';
import { mixesCells } from '../curve';
import { gridOfZ } from '../models';
import { slopeAt, slopesAt, valueAt } from './one-cell';

const kinked = activationNames.filter((name) => activationOf(name).kinks.length > 0);

/** elu with its usual alpha has no jump, and leaky_relu with 1 none. */
const bent = (name: ActivationName): number => (activationOf(name).alpha === undefined ? 0 : 0.3);

describe('at a kink', () => {
  it.each<[ActivationName, number, number]>([
    ['relu', 0, 0],
    ['leaky_relu', 0, 0.01],
    ['relu6', 0, 0],
    ['relu6', 6, 0],
    ['hard_tanh', -1, 0],
    ['hard_tanh', 1, 0],
    ['hard_sigmoid', -3, 0],
    ['hard_sigmoid', 3, 0],
    ['hard_swish', -3, 0],
    ['hard_swish', 3, 1],
    ['elu', 0, 1],
    // λα, as PyTorch has it; TensorFlow has λ.
    ['selu', 0, 1.7580993408473766],
  ])('%s has for z = %d, by every route, the slope %d', (name, z, slope) => {
    expect(slopesAt(name, z)).toEqual(
      activationOf(name)
        .routes(0.01)
        .map(() => slope),
    );
    expect(slopesAt(name, z, 'float32')).toEqual(
      activationOf(name)
        .routes(0.01)
        .map(() => Math.fround(slope)),
    );
  });

  it('the sign of a zero makes no difference', () => {
    for (const name of kinked) expect(slopesAt(name, -0), name).toEqual(slopesAt(name, 0));
  });

  it.each(kinked)('%s jumps in its slope, and nowhere else', (name) => {
    const { kinks } = activationOf(name);
    const step = 2 ** -20;
    const jumps = Array.from(gridOfZ.data).filter((z) => {
      const [below, above] = [z - step, z + step].map((x) => slopeAt(name, x, 'Z', 'float64', bent(name)));
      return Math.abs(above! - below!) > 0.05;
    });
    expect(jumps).toEqual(kinks);
  });

  it('stands every activation whose slope jumps', () => {
    for (const name of activationNames.filter((n) => !kinked.includes(n) && !mixesCells(n)))
      for (const z of gridOfZ.data)
        expect(
          Math.abs(slopeAt(name, z + 2 ** -20) - slopeAt(name, z - 2 ** -20)),
          `${name} ${z}`,
        ).toBeLessThan(1e-4);
  });
});

describe('where a number is not one', () => {
  it.each(activationNames)('%s passes NaN on', (name) => {
    expect(valueAt(name, Number.NaN)).toBeNaN();
  });

  it.each(kinked)('%s has the slope of NaN that its comparisons give, by every route', (name) => {
    const slopes = slopesAt(name, Number.NaN);
    expect(slopes).toEqual(slopes.map(() => slopes.at(-1)));
  });

  it('relu of NaN is NaN with slope 0, since NaN > 0 is false', () => {
    expect(valueAt('relu', Number.NaN)).toBeNaN();
    expect(slopesAt('relu', Number.NaN)).toEqual([0, 0, 0, 0]);
  });

  it.each(activationNames)('%s of an infinity does not throw', (name) => {
    for (const z of [-Infinity, Infinity]) {
      expect(valueAt(name, z)).toBeTypeOf('number');
      for (const slope of slopesAt(name, z)) expect(slope).toBeTypeOf('number');
    }
  });
});
