import { describe, expect, it } from 'vitest';
import { random } from '../../src/data/random';
import { type Brought, judge } from '../../src/mine';
import { part } from '../extent';
import { modelOf } from './drawn';
import { dot, each, type Net, type Rows, T } from './student';

/*
 * Programs that are right, and round in other places than ours: float32 all along, formulas as people write them.
 */

const f = Math.fround;
const exp = (x: number) => f(Math.exp(x));

const asBrought = (rows: Rows): Brought => ({
  shape: [rows.length, rows[0]!.length],
  data: Float64Array.from(rows.flat()),
});

/** What is said of arrays that is not "agrees". */
const complaints = (net: Net, arrays: Readonly<Record<string, Rows>>) =>
  judge(modelOf(net), new Map(Object.entries(arrays).map(([name, rows]) => [name, asBrought(rows)])))
    .rows.filter(({ theirs, verdict }) => theirs && verdict !== 'agrees')
    .map(({ tensor, verdict, found }) => `${tensor} ${verdict} ${found?.id}`);

/** A network of one layer, W = 1 and b = 0, so that Z is X. */
const cellsOf = (activation: string, X: Rows): Net => ({
  activations: [activation],
  units: [1, 1],
  m: X[0]!.length,
  loss: 'mean_squared_error',
  X,
  Y: each(X, () => 0.25),
  parameters: { W1: [[1]], b1: [[0]] },
});

/** g of one number as people write it in float32. */
const written: Readonly<Record<string, (z: number) => number>> = {
  elu: (z) => (z > 0 ? z : f(exp(z) - 1)),
  softplus: (z) => f(Math.log(f(1 + exp(z)))),
  tanh: (z) => f(f(exp(z) - exp(-z)) / f(exp(z) + exp(-z))),
  sigmoid: (z) => f(1 / f(1 + exp(-z))),
  hard_sigmoid: (z) => Math.min(Math.max(0, f(f(z / 6) + 0.5)), 1),
};

describe('a right program', () => {
  it.each(Object.entries(written))('may round g where it is about 1: %s in float32', (activation, g) => {
    const Z = [[-12, -7.5, -3.0001, -1e-3, -1.7e-5, 2e-6, 3.1e-4, 0.7, 2.9].map(f)];
    expect(complaints(cellsOf(activation, Z), { Z1: Z, A1: each(Z, g) })).toEqual([]);
  });

  it('may take the sixth of hard_sigmoid in float64, after which every layer before it is 3e-8 off', () => {
    const X = [[0.3, -1.2, 2.2, 0.9]];
    const A1 = each(X, (z) => z / 6 + 0.5);
    const dA1 = each(A1, (a) => a - 0.25);
    const dZ1 = each(dA1, (d) => d / 6);
    const dW1 = each(dot(dZ1, T(X)), (x) => x / 4);
    expect(complaints(cellsOf('hard_sigmoid', X), { Z1: X, A1, dA1, dZ1, dW1 })).toEqual([]);
  });

  it('may have what is left of a sum that cancels, whatever is left', () => {
    const wrong: string[] = [];
    for (let seed = 0; seed < part(300); seed++) {
      const { normal } = random(seed);
      const m = 2 + (seed % 3);
      const X = [Array.from({ length: m }, () => f(normal()))];
      // Gradients that are nobody's, and that cancel to a rounding error.
      const some = Array.from({ length: m - 1 }, () => f(normal()));
      const dZ1 = [[...some, f(-some.reduce((s, x) => f(s + x), 0) * (1 + 2 ** -22))]];
      const db1 = [[f(dZ1[0]!.reduce((s, x) => f(s + x), 0) / m)]];
      const told = complaints(cellsOf('linear', X), { dZ1, db1 });
      wrong.push(...told.filter((row) => row.startsWith('db1 mistake')).map((row) => `${seed} ${row}`));
    }
    expect(wrong).toEqual([]);
  });

  it('may have printed as zeros what is smaller than its digits', () => {
    const X = [[0.31245678, -0.51245679, 0.22345671]];
    const net = { ...cellsOf('linear', X), Y: each(X, (x) => x - 1e-10) };
    const zeros = each(X, () => 0);
    expect(complaints(net, { Z1: X, A1: X, dA1: zeros, dZ1: zeros, db1: [[0]] })).toEqual([]);
  });
});
