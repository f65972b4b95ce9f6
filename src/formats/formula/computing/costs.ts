import type { Condition, Expression } from '../expression';
import { type Costs, functionOf, isPicking } from './functions';

const sum = (all: readonly Costs[]): Costs =>
  all.reduce(([a, b], [c, d]): Costs => [a + c, b + d], [0, 0] as const);

const none: Costs = [0, 0];

/** What an operation costs by itself: its result, and its slope out of the slopes of what it is of. */
interface OfOperation {
  readonly value: Costs;
  readonly slope: Costs;
}

const arithmetic: Readonly<Record<Exclude<Expression['kind'], 'call'>, OfOperation>> = {
  number: { value: none, slope: none },
  z: { value: none, slope: none },
  sum: { value: none, slope: none },
  difference: { value: none, slope: none },
  negative: { value: none, slope: none },
  choice: { value: none, slope: none },
  product: { value: [1, 0], slope: [2, 0] },
  quotient: { value: [1, 0], slope: [4, 0] },
};

/** A power with a fixed exponent: multiplications for a whole one, a root for a half, else an exponential. */
function powerOf(exponent: number): OfOperation {
  const size = Math.abs(exponent);
  const isRoot = size === 0.5;
  if (!isRoot && !(Number.isInteger(size) && size <= 16)) return { value: [0, 1], slope: [1, 1] };
  const products = isRoot ? 1 : Math.max(size - 1, 0) + Number(exponent < 0);
  return { value: [products, 0], slope: [Math.max(products, 1), 0] };
}

function ofOperation(expression: Expression): OfOperation {
  if (expression.kind !== 'call') return arithmetic[expression.kind];
  const { name, args } = expression;
  const known = functionOf(name);
  if (isPicking(known)) return arithmetic.choice;
  const exponent = args[1];
  const own = name === 'pow' && exponent?.kind === 'number' ? powerOf(exponent.value) : known.costs;
  // The chain rule has a product more, unless what is inside has the slope 1.
  return args[0]?.kind === 'z' ? own : { value: own.value, slope: sum([own.slope, [1, 0]]) };
}

const conditionCosts = (condition: Condition): Costs =>
  condition.kind === 'comparison'
    ? sum(condition.args.map(costsOf))
    : sum(condition.args.map((part) => conditionCosts(part)));

/** What evaluating an expression once costs, both branches of a choice counted. */
export function costsOf(expression: Expression): Costs {
  const parts = 'args' in expression ? expression.args.map(costsOf) : [];
  const when = expression.kind === 'choice' ? [conditionCosts(expression.when)] : [];
  return sum([ofOperation(expression).value, ...parts, ...when]);
}

/** What evaluating its slope by automatic differentiation costs, its value included. */
export function dualCostsOf(expression: Expression): Costs {
  const parts = 'args' in expression ? expression.args.map(dualCostsOf) : [];
  const when = expression.kind === 'choice' ? [conditionCosts(expression.when)] : [];
  const { value, slope } = ofOperation(expression);
  return sum([value, slope, ...parts, ...when]);
}
