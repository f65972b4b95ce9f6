import { describe, expect, it } from 'vitest';
import { withLayers } from '../../src/core/model/model';
import { named } from '../../src/core/model/names';
import { type Brought, judge, mistakesIn } from '../../src/mine';
import { modelOf } from './drawn';
import { each, type Rows, zip } from './student';

/** g and g′ of a number by alpha. */
const formulas = {
  leaky_relu: [(z: number, a: number) => (z > 0 ? z : a * z), (z: number, a: number) => (z > 0 ? 1 : a)],
  elu: [
    (z: number, a: number) => (z > 0 ? z : a * (Math.exp(z) - 1)),
    (z: number, a: number) => (z > 0 ? 1 : a * Math.exp(z)),
  ],
} as const;

const Z: Rows = [
  [0.7, -0.4, 1.3, -2.1],
  [-0.9, 0.2, -0.3, 0.6],
];
const dA: Rows = [
  [0.31, -0.22, 0.17, 0.55],
  [-0.4, 0.25, 0.61, -0.13],
];

const broughtOf = (arrays: Readonly<Record<string, Rows>>) =>
  new Map<string, Brought>(
    Object.entries(arrays).map(([name, rows]) => [
      named(name.slice(0, -1) as 'Z', Number(name.at(-1))),
      { shape: [rows.length, rows[0]!.length], data: Float64Array.from(rows.flat()) },
    ]),
  );

const reportOf = (activation: keyof typeof formulas, arrays: Readonly<Record<string, Rows>>) => {
  const model = modelOf({
    activations: [activation],
    units: [2, 2],
    m: 4,
    loss: 'mean_squared_error',
    X: Z,
    Y: zip(
      each(Z, (z) => formulas[activation][0](z, 0.3)),
      dA,
      (a, d) => a - d,
    ),
    parameters: {
      W1: [
        [1, 0],
        [0, 1],
      ],
      b1: [[0], [0]],
    },
  });
  return judge(
    withLayers(model, () => ({ alpha: 0.3 })),
    broughtOf(arrays),
  );
};

type Case = Parameters<typeof reportOf>;

const told = (...of: Case) =>
  mistakesIn(reportOf(...of)).map(({ tensor, found }) => [tensor, found?.id, found?.detail]);

/** The cells in which the first mistake shows. */
const offIn = (...of: Case) => mistakesIn(reportOf(...of))[0]!.off;

describe.each(['leaky_relu', 'elu'] as const)('another parameter of %s', (activation) => {
  const [g, slope] = formulas[activation];
  const usual = activation === 'elu' ? 1 : 0.01;

  it.each([
    [usual, activation],
    [0.2, `${activation} α=0.2`],
    [-0.05, `${activation} α=-0.05`],
  ])('is found on both ways: α = %s', (alpha, detail) => {
    const dZ1 = zip(dA, Z, (d, z) => d * slope(z, alpha));
    expect(told(activation, { Z1: Z, dA1: dA, dZ1 })).toEqual([['dZ1', 'other-slope', detail]]);
    // It shows where Z is negative, and nowhere else.
    expect(offIn(activation, { Z1: Z, dA1: dA, dZ1 })).toEqual([1, 3, 4, 6]);
    const A1 = each(Z, (z) => g(z, alpha));
    expect(told(activation, { Z1: Z, A1 })).toEqual([['A1', 'other-activation', detail]]);
  });
});
