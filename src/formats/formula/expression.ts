import type { FunctionName } from './computing/functions';

/** How two numbers are compared. */
export const comparisons = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '==': (a: number, b: number) => a === b,
  '!=': (a: number, b: number) => a !== b,
} as const;

export type ComparisonSign = keyof typeof comparisons;

type Arithmetic = 'sum' | 'difference' | 'product' | 'quotient';

/** What a formula means: a tree that is walked, never code that is run. `z` is the one variable, whatever its letter. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'z' }
  | { readonly kind: Arithmetic; readonly args: Pair }
  | { readonly kind: 'negative'; readonly args: readonly [Expression] }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: 'choice'; readonly when: Condition; readonly args: Pair };

type Pair = readonly [Expression, Expression];

/** What decides between the two branches of a choice. */
export type Condition =
  | { readonly kind: 'comparison'; readonly sign: ComparisonSign; readonly args: Pair }
  | { readonly kind: 'and' | 'or'; readonly args: readonly [Condition, Condition] }
  | { readonly kind: 'not'; readonly args: readonly [Condition] };

/** How a formula is walked. */
export interface Walk {
  /** The value of its variable. */
  readonly z: number;
  /** How the result of every operation is rounded. */
  round(x: number): number;
  /** Is told where the walk comes upon a tie: two sides that are equal, or a point at which a part jumps or bends. */
  tie?(): void;
}

/** A walk in float64. */
export const exactly = (z: number): Walk => ({ z, round: (x) => x });

/** The result of an arithmetic operation, rounded once. */
export function arithmetic(kind: Arithmetic, a: number, b: number, round: Walk['round']): number {
  switch (kind) {
    case 'sum':
      return round(a + b);
    case 'difference':
      return round(a - b);
    case 'product':
      return round(a * b);
    case 'quotient':
      return round(a / b);
  }
}
