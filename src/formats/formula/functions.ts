/** A function that a formula may call: its value, and its derivative by each argument. */
export interface Known {
  /** How many arguments it takes; for one that takes any number, at least two. */
  readonly arity: number | 'many';
  value(...args: number[]): number;
  /** ∂/∂ of the argument of that number, from 0, at these arguments. */
  partial(at: number, args: readonly number[]): number;
}

const one = (value: (x: number) => number, derivative: (x: number) => number): Known => ({
  arity: 1,
  value,
  partial: (_, [x]) => derivative(x!),
});

/** A step function: its slope is 0 wherever it has one. */
const step = (value: (x: number) => number): Known => one(value, () => 0);

/**
 * The largest or the smallest argument. Where several are, they count as one: the slope is that of the last of them,
 * so that max(0, z) is flat at 0 as relu is, and min(6, z) at 6.
 */
const pick = (choose: (...args: number[]) => number): Known => ({
  arity: 'many',
  value: choose,
  partial: (at, args) => Number(at === args.indexOf(choose(...args))),
});

const sech2 = (x: number): number => 1 / Math.cosh(x) ** 2;

/** The error function, by its series near 0 and the continued fraction of erfc further out. Abramowitz & Stegun 7.1. */
function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 2.5) {
    let term = size;
    let sum = size;
    for (let k = 1; Math.abs(term) > sum * Number.EPSILON; k++) {
      term *= (2 * size * size) / (2 * k + 1);
      sum += term;
    }
    return (Math.sign(x) * 2 * sum * Math.exp(-size * size)) / Math.sqrt(Math.PI);
  }
  let inner = size;
  for (let k = 60; k > 0; k--) inner = size + k / 2 / inner;
  return Math.sign(x) * (1 - Math.exp(-size * size) / (inner * Math.sqrt(Math.PI)));
}

/** Every function that a formula may call, by its name. To add one is to add it here. */
export const functions = {
  exp: one(Math.exp, Math.exp),
  expm1: one(Math.expm1, Math.exp),
  log: one(Math.log, (x) => 1 / x),
  log1p: one(Math.log1p, (x) => 1 / (1 + x)),
  log2: one(Math.log2, (x) => 1 / (x * Math.LN2)),
  log10: one(Math.log10, (x) => 1 / (x * Math.LN10)),
  sqrt: one(Math.sqrt, (x) => 0.5 / Math.sqrt(x)),
  cbrt: one(Math.cbrt, (x) => 1 / (3 * Math.cbrt(x) ** 2)),
  square: one(
    (x) => x * x,
    (x) => 2 * x,
  ),
  cube: one(
    (x) => x * x * x,
    (x) => 3 * x * x,
  ),
  abs: one(Math.abs, Math.sign),
  sign: step(Math.sign),
  floor: step(Math.floor),
  ceil: step(Math.ceil),
  round: step(Math.round),
  sin: one(Math.sin, Math.cos),
  cos: one(Math.cos, (x) => -Math.sin(x)),
  tan: one(Math.tan, (x) => 1 / Math.cos(x) ** 2),
  asin: one(Math.asin, (x) => 1 / Math.sqrt(1 - x * x)),
  acos: one(Math.acos, (x) => -1 / Math.sqrt(1 - x * x)),
  atan: one(Math.atan, (x) => 1 / (1 + x * x)),
  sinh: one(Math.sinh, Math.cosh),
  cosh: one(Math.cosh, Math.sinh),
  tanh: one(Math.tanh, sech2),
  sec: one(
    (x) => 1 / Math.cos(x),
    (x) => Math.tan(x) / Math.cos(x),
  ),
  csc: one(
    (x) => 1 / Math.sin(x),
    (x) => -Math.cos(x) / Math.sin(x) ** 2,
  ),
  cot: one(
    (x) => 1 / Math.tan(x),
    (x) => -1 / Math.sin(x) ** 2,
  ),
  sech: one(
    (x) => 1 / Math.cosh(x),
    (x) => -Math.tanh(x) / Math.cosh(x),
  ),
  asinh: one(Math.asinh, (x) => 1 / Math.hypot(x, 1)),
  acosh: one(Math.acosh, (x) => 1 / Math.sqrt(x * x - 1)),
  atanh: one(Math.atanh, (x) => 1 / (1 - x * x)),
  erf: one(erf, (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x)),
  pow: {
    arity: 2,
    value: (x, y) => x ** y,
    partial: (at, [x, y]) => (at === 0 ? powerSlope(x!, y!) : logSlope(x!, y!)),
  },
  max: pick(Math.max),
  min: pick(Math.min),
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
