import { type FunctionName, functionOf } from './functions';

/** How two numbers are compared, and truth values combined. */
export const comparisons = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '==': (a: number, b: number) => a === b,
  '!=': (a: number, b: number) => a !== b,
} as const;

export type ComparisonSign = keyof typeof comparisons;

/** What a formula means: a tree that is walked, never code that is run. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'z' }
  | { readonly kind: 'sum' | 'difference' | 'product' | 'quotient'; readonly args: Pair }
  | { readonly kind: 'negative'; readonly args: readonly [Expression] }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: 'choice'; readonly when: Condition; readonly args: Pair };

type Pair = readonly [Expression, Expression];

/** What decides between the two branches of a choice. */
export type Condition =
  | { readonly kind: 'comparison'; readonly sign: ComparisonSign; readonly args: Pair }
  | { readonly kind: 'and' | 'or'; readonly args: readonly [Condition, Condition] }
  | { readonly kind: 'not'; readonly args: readonly [Condition] };

/** A value with its derivative with respect to z. */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

/** 0 · ∞ = 0 here: what a part with no slope of its own is multiplied with does not matter. */
const times = (slope: number, factor: number): number => (slope === 0 ? 0 : slope * factor);

const isTrue = (condition: Condition, z: number): boolean => {
  switch (condition.kind) {
    case 'comparison': {
      const [a, b] = condition.args;
      return comparisons[condition.sign](dualAt(a, z).value, dualAt(b, z).value);
    }
    case 'and':
      return condition.args.every((part) => isTrue(part, z));
    case 'or':
      return condition.args.some((part) => isTrue(part, z));
    case 'not':
      return !isTrue(condition.args[0], z);
  }
};

/** The value of an expression at z with its slope, by forward automatic differentiation. Wengert (1964). */
export function dualAt(expression: Expression, z: number): Dual {
  switch (expression.kind) {
    case 'number':
      return { value: expression.value, slope: 0 };
    case 'z':
      return { value: z, slope: 1 };
    case 'negative': {
      const { value, slope } = dualAt(expression.args[0], z);
      return { value: -value, slope: -slope };
    }
    case 'choice':
      return dualAt(expression.args[isTrue(expression.when, z) ? 0 : 1], z);
    case 'call':
      return called(expression.name, expression.args, z);
    default: {
      const [a, b] = expression.args.map((arg) => dualAt(arg, z)) as [Dual, Dual];
      return combined(expression.kind, a, b);
    }
  }
}

function called(name: FunctionName, args: readonly Expression[], z: number): Dual {
  const { value, partial } = functionOf(name);
  const duals = args.map((arg) => dualAt(arg, z));
  const values = duals.map((dual) => dual.value);
  const slope = duals.reduce(
    (sum, dual, i) => sum + times(dual.slope, dual.slope === 0 ? 0 : partial(i, values)),
    0,
  );
  return { value: value(...values), slope };
}

function combined(kind: 'sum' | 'difference' | 'product' | 'quotient', a: Dual, b: Dual): Dual {
  switch (kind) {
    case 'sum':
      return { value: a.value + b.value, slope: a.slope + b.slope };
    case 'difference':
      return { value: a.value - b.value, slope: a.slope - b.slope };
    case 'product':
      return {
        value: a.value * b.value,
        slope: times(a.slope, b.value) + times(b.slope, a.value),
      };
    case 'quotient':
      return {
        value: a.value / b.value,
        slope: times(a.slope, 1 / b.value) - times(b.slope, a.value / b.value / b.value),
      };
  }
}
