import { arithmetic, type Expression, type Walk } from '../expression';
import { type FunctionName, functionOf, isPicking } from './functions';
import { isTrue, pickedOf } from './value';

/** A value with its derivative with respect to z. */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

/**
 * The value of an expression with its slope, by forward automatic differentiation: of a choice the branch that is
 * taken, of equal arguments the first. Wengert (1964).
 */
export function dualAt(expression: Expression, walk: Walk): Dual {
  switch (expression.kind) {
    case 'number':
      return { value: walk.round(expression.value), slope: 0 };
    case 'z':
      return { value: walk.z, slope: 1 };
    case 'negative': {
      const { value, slope } = dualAt(expression.args[0], walk);
      return { value: -value, slope: -slope };
    }
    case 'choice':
      return dualAt(expression.args[isTrue(expression.when, walk) ? 0 : 1], walk);
    case 'call':
      return called(expression.name, expression.args, walk);
    default: {
      const [a, b] = expression.args;
      return combined(expression.kind, dualAt(a, walk), dualAt(b, walk), walk);
    }
  }
}

/**
 * A slope times a factor. 0 · ∞ is 0 here: what a part with no slope of its own is multiplied with does not matter; but
 * it may hide a bend, as that of sqrt(z^2) at 0.
 */
function times(slope: number, factor: number, { round, tie }: Walk): number {
  if (slope !== 0) return round(slope * factor);
  if (!Number.isFinite(factor)) tie?.();
  return 0;
}

function called(name: FunctionName, args: readonly Expression[], walk: Walk): Dual {
  const known = functionOf(name);
  const duals = args.map((arg) => dualAt(arg, walk));
  const values = duals.map(({ value }) => value);
  if (isPicking(known)) return duals[pickedOf(known.isBetter, values, walk)]!;
  if (known.bends?.(values)) walk.tie?.();
  let slope = 0;
  duals.forEach((dual, i) => {
    // A power with a fixed exponent has no use for its logarithm.
    const isFixed = dual.slope === 0 && args[i]!.kind === 'number';
    if (!isFixed) slope = walk.round(slope + times(dual.slope, walk.round(known.partial(i, values)), walk));
  });
  return { value: walk.round(known.value(...values)), slope };
}

function combined(kind: 'sum' | 'difference' | 'product' | 'quotient', a: Dual, b: Dual, walk: Walk): Dual {
  const { round } = walk;
  const value = arithmetic(kind, a.value, b.value, round);
  switch (kind) {
    case 'sum':
      return { value, slope: round(a.slope + b.slope) };
    case 'difference':
      return { value, slope: round(a.slope - b.slope) };
    case 'product':
      return { value, slope: round(times(a.slope, b.value, walk) + times(b.slope, a.value, walk)) };
    case 'quotient': {
      const right = times(b.slope, round(value / b.value), walk);
      return { value, slope: round(times(a.slope, round(1 / b.value), walk) - right) };
    }
  }
}
