import type { Named } from '../core/activations';
import type { Sizes } from '../core/model/model';

/** What tells how long an activation is, where it was written. */
export type Written = Pick<Named, 'own'>;

/** How many multiply-adds take as long as one number that is drawn, stored, and looked through for its scale. */
const NUMBER = 40;

/** How many take as long as one character of a formula in one cell. */
const CHARACTER = 200;

/** How much work a pass is, counted in multiply-adds. */
export function workOf(layers: readonly Written[], sizes: Sizes): number {
  const { parameters, numbers, products } = countsOf(sizes);
  return products + NUMBER * (numbers + parameters) + CHARACTER * formulaSteps(layers, sizes);
}

/** How much work an activation is that is worked out of so many cells, counted so. */
export const workOfCells = (of: Written, cells: number): number =>
  (NUMBER + CHARACTER * lengthOf(of)) * cells;

/** Numbers that a pass draws and stores, and products that it takes. */
export function countsOf({ units: [inputs, ...units], m }: Sizes) {
  const inputsOf = (i: number) => (i === 0 ? inputs! : units[i - 1]!);
  const parameters = sum(units.map((n, i) => n * (inputsOf(i) + 1)));
  return {
    parameters,
    numbers: m * (inputs! + 4 * sum(units)) + 2 * parameters,
    products: 3 * m * parameters,
  };
}

/** Cells times characters of what somebody wrote for them. */
export const formulaSteps = (layers: readonly Written[], { units: [, ...units], m }: Sizes): number =>
  sum(layers.map((layer, i) => lengthOf(layer) * units[i]! * m));

/** How many characters stand in the formulas of a layer; a slope that is not given is as long as its formula may make it. */
export function lengthOf({ own }: Written): number {
  if (!own) return 0;
  const { formula, slope = formula, slopeFromA = '' } = own;
  return formula.length + slope.length + slopeFromA.length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
