import { normalCdf, normalDensity } from '../../../core/activations/normal';
import { logistic } from '../../../core/activations/squashing';
import { erf } from './erf';

/** What something costs: multiplications and divisions; then evaluations of exp, log, sin and their kin. */
export type Costs = readonly [multiplications: number, exponentials: number];

/** A function that a formula may call: its value, and its derivative by each argument. */
export interface Computed {
  readonly arity: number;
  value(...args: number[]): number;
  /** ∂/∂ of the argument of that number, from 0, at these arguments. */
  partial(at: number, args: readonly number[]): number;
  /** What its value costs, and its derivative. */
  readonly costs: { readonly value: Costs; readonly slope: Costs };
  /** Whether it jumps or bends there. */
  bends?(args: readonly number[]): boolean;
  /** Whether its value is never rounded. */
  readonly isExact?: boolean;
}

/** A function that picks one of any number of arguments, at least two. */
export interface Picking {
  readonly arity: 'many';
  /** Whether a is to be picked rather than b. */
  isBetter(a: number, b: number): boolean;
}

export type Known = Computed | Picking;

/** Whether a function picks one of its arguments. */
export const isPicking = (known: Known): known is Picking => known.arity === 'many';

const one = (
  value: (x: number) => number,
  derivative: (x: number) => number,
  costs: Costs,
  slope: Costs,
): Computed => ({
  arity: 1,
  value,
  partial: (_, [x]) => derivative(x!),
  costs: { value: costs, slope },
});

/** A function of the kin of exp, log and sin, whose derivative costs that much. */
const kin = (
  value: (x: number) => number,
  derivative: (x: number) => number,
  slope: Costs = [0, 1],
): Computed => one(value, derivative, [0, 1], slope);

/** A step function: its slope is 0 wherever it has one. */
const step = (value: (x: number) => number, jumps: (x: number) => boolean): Computed => ({
  ...one(value, () => 0, [0, 0], [0, 0]),
  bends: ([x]) => jumps(x!),
  isExact: true,
});

const sech2 = (x: number): number => 1 / Math.cosh(x) ** 2;

/** Every function that a formula may call, by its name. To add one is to add it here. */
export const functions = {
  exp: kin(Math.exp, Math.exp),
  expm1: kin(Math.expm1, Math.exp),
  log: kin(Math.log, (x) => 1 / x, [1, 0]),
  log1p: kin(Math.log1p, (x) => 1 / (1 + x), [1, 0]),
  log2: kin(Math.log2, (x) => 1 / (x * Math.LN2), [2, 0]),
  log10: kin(Math.log10, (x) => 1 / (x * Math.LN10), [2, 0]),
  sqrt: one(Math.sqrt, (x) => 0.5 / Math.sqrt(x), [1, 0], [2, 0]),
  cbrt: one(Math.cbrt, (x) => 1 / (3 * Math.cbrt(x) ** 2), [1, 0], [4, 0]),
  square: one(
    (x) => x * x,
    (x) => 2 * x,
    [1, 0],
    [1, 0],
  ),
  cube: one(
    (x) => x * x * x,
    (x) => 3 * x * x,
    [2, 0],
    [2, 0],
  ),
  abs: { ...one(Math.abs, Math.sign, [0, 0], [0, 0]), bends: ([x]) => x === 0, isExact: true },
  sign: step(Math.sign, (x) => x === 0),
  floor: step(Math.floor, Number.isInteger),
  ceil: step(Math.ceil, Number.isInteger),
  round: step(Math.round, (x) => Number.isInteger(x + 0.5)),
  sin: kin(Math.sin, Math.cos),
  cos: kin(Math.cos, (x) => -Math.sin(x)),
  tan: kin(Math.tan, (x) => 1 / Math.cos(x) ** 2, [2, 1]),
  asin: kin(Math.asin, (x) => 1 / Math.sqrt(1 - x * x), [3, 0]),
  acos: kin(Math.acos, (x) => -1 / Math.sqrt(1 - x * x), [3, 0]),
  atan: kin(Math.atan, (x) => 1 / (1 + x * x), [2, 0]),
  sinh: kin(Math.sinh, Math.cosh),
  cosh: kin(Math.cosh, Math.sinh),
  tanh: kin(Math.tanh, sech2, [2, 1]),
  sec: kin(
    (x) => 1 / Math.cos(x),
    (x) => Math.tan(x) / Math.cos(x),
    [1, 2],
  ),
  csc: kin(
    (x) => 1 / Math.sin(x),
    (x) => -Math.cos(x) / Math.sin(x) ** 2,
    [2, 2],
  ),
  cot: kin(
    (x) => 1 / Math.tan(x),
    (x) => -1 / Math.sin(x) ** 2,
    [2, 1],
  ),
  sech: kin(
    (x) => 1 / Math.cosh(x),
    (x) => -Math.tanh(x) / Math.cosh(x),
    [1, 2],
  ),
  asinh: kin(Math.asinh, (x) => 1 / Math.hypot(x, 1), [3, 0]),
  acosh: kin(Math.acosh, (x) => 1 / Math.sqrt(x * x - 1), [3, 0]),
  atanh: kin(Math.atanh, (x) => 1 / (1 - x * x), [2, 0]),
  erf: kin(erf, (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x), [2, 1]),
  sigmoid: kin(logistic, (x) => logistic(x) * logistic(-x), [3, 2]),
  softplus: kin((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), logistic, [1, 1]),
  Phi: kin(normalCdf, normalDensity, [2, 1]),
  phi: kin(normalDensity, (x) => -x * normalDensity(x), [3, 1]),
  pow: {
    arity: 2,
    value: (x, y) => x ** y,
    partial: (at, [x, y]) => (at === 0 ? powerSlope(x!, y!) : logSlope(x!, y!)),
    costs: { value: [0, 1], slope: [2, 2] },
  },
  max: { arity: 'many', isBetter: (a, b) => a > b },
  min: { arity: 'many', isBetter: (a, b) => a < b },
} satisfies Record<string, Known>;

/** y x^(y−1), and 0 where y is. */
const powerSlope = (x: number, y: number): number => (y === 0 ? 0 : y * x ** (y - 1));

/** x^y ln x, and 0 where x is 0 and the power is too. */
const logSlope = (x: number, y: number): number => (x === 0 && y > 0 ? 0 : x ** y * Math.log(x));

export type FunctionName = keyof typeof functions;

/** Whether a name is that of a function in the record. */
export const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);

/** The function of a name. */
export const functionOf = (name: FunctionName): Known => functions[name];
