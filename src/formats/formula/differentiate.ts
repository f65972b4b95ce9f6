import type { FunctionName } from './computing/functions';
import type { Expression } from './expression';
import { parseFormula } from './reading/parse';

/** The derivative of each function of one argument that neither jumps nor bends, as a formula. */
const derivatives: Partial<Record<FunctionName, string>> = {
  exp: 'exp(z)',
  expm1: 'exp(z)',
  log: '1 / z',
  log1p: '1 / (1 + z)',
  log2: '1 / (z * log(2))',
  log10: '1 / (z * log(10))',
  sqrt: '0.5 / sqrt(z)',
  cbrt: '1 / (3 * cbrt(z)^2)',
  square: '2 * z',
  cube: '3 * z^2',
  sin: 'cos(z)',
  cos: '-sin(z)',
  tan: '1 / cos(z)^2',
  asin: '1 / sqrt(1 - z^2)',
  acos: '-1 / sqrt(1 - z^2)',
  atan: '1 / (1 + z^2)',
  sinh: 'cosh(z)',
  cosh: 'sinh(z)',
  tanh: '1 / cosh(z)^2',
  sec: 'tan(z) / cos(z)',
  csc: '-cos(z) / sin(z)^2',
  cot: '-1 / sin(z)^2',
  sech: '-tanh(z) / cosh(z)',
  asinh: '1 / sqrt(1 + z^2)',
  acosh: '1 / sqrt(z^2 - 1)',
  atanh: '1 / (1 - z^2)',
  erf: '2 / sqrt(pi) * exp(-z^2)',
  sigmoid: 'sigmoid(z) * sigmoid(-z)',
  softplus: 'sigmoid(z)',
  Phi: 'phi(z)',
  phi: '-z * phi(z)',
};

const parsed = new Map<FunctionName, Expression>();

/** That derivative as a tree, read once. */
function derivativeOf(name: FunctionName): Expression | undefined {
  const text = derivatives[name];
  if (text === undefined) return undefined;
  const known = parsed.get(name);
  if (known) return known;
  const read = parseFormula(text);
  if (!read.ok) throw new Error(`the derivative of ${name} is no formula: ${read.sentence}`);
  parsed.set(name, read.value.expression);
  return read.value.expression;
}

/** A tree with another in the place of its variable. */
function at(tree: Expression, inner: Expression): Expression {
  if (tree.kind === 'z') return inner;
  if (tree.kind === 'number' || tree.kind === 'choice') return tree;
  return { ...tree, args: tree.args.map((part) => at(part, inner)) } as Expression;
}

const zero: Expression = { kind: 'number', value: 0 };
const isZero = (tree: Expression): boolean => tree.kind === 'number' && tree.value === 0;
const isOne = (tree: Expression): boolean => tree.kind === 'number' && tree.value === 1;
const number = (value: number): Expression => ({ kind: 'number', value });

const plus = (a: Expression, b: Expression): Expression =>
  isZero(a) ? b : isZero(b) ? a : { kind: 'sum', args: [a, b] };
const times = (a: Expression, b: Expression): Expression =>
  isZero(a) || isZero(b) ? zero : isOne(a) ? b : isOne(b) ? a : { kind: 'product', args: [a, b] };
const negative = (a: Expression): Expression => (isZero(a) ? a : { kind: 'negative', args: [a] });
const power = (a: Expression, b: Expression): Expression => ({ kind: 'call', name: 'pow', args: [a, b] });

/**
 * The derivative of a smooth formula as an expression; undefined where something in it jumps, bends, or picks. What is
 * computed on the page by automatic differentiation is the same, without the expression.
 */
export function differentiated(tree: Expression): Expression | undefined {
  switch (tree.kind) {
    case 'number':
      return zero;
    case 'z':
      return number(1);
    case 'choice':
      return undefined;
    default: {
      const slopes = tree.args.map(differentiated);
      return slopes.every((slope) => slope !== undefined) ? combined(tree, slopes) : undefined;
    }
  }
}

type Made = Exclude<Expression, { kind: 'number' | 'z' | 'choice' }>;

function combined(tree: Made, [da, db]: readonly Expression[]): Expression | undefined {
  const [a, b] = tree.args as readonly Expression[];
  switch (tree.kind) {
    case 'negative':
      return negative(da!);
    case 'sum':
      return plus(da!, db!);
    case 'difference':
      return plus(da!, negative(db!));
    case 'product':
      return plus(times(da!, b!), times(db!, a!));
    case 'quotient': {
      // (a' − (a / b) b') / b
      const above = plus(da!, negative(times({ kind: 'quotient', args: [a!, b!] }, db!)));
      return isZero(above) ? zero : { kind: 'quotient', args: [above, b!] };
    }
    case 'call':
      return called(tree.name, [a!, b], [da!, db]);
  }
}

function called(
  name: FunctionName,
  [a, b]: readonly [Expression, Expression | undefined],
  [da, db]: readonly [Expression, Expression | undefined],
): Expression | undefined {
  if (name === 'pow' && b && db) {
    const less: Expression =
      b.kind === 'number' ? number(b.value - 1) : { kind: 'difference', args: [b, number(1)] };
    const ofBase = times(da, times(b, power(a, less)));
    return plus(ofBase, times(db, times(power(a, b), { kind: 'call', name: 'log', args: [a] })));
  }
  const outer = derivativeOf(name);
  return outer && times(da, at(outer, a));
}
