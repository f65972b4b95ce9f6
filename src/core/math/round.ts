import type { ElementType, Matrix } from './matrix';

/** How a number is rounded: to float32 after an operation, or not at all in float64. */
export type Round = (x: number) => number;

/** How code in that type rounds every single result. */
export const roundingTo = (type: ElementType): Round => (type === 'float32' ? Math.fround : (x) => x);

/**
 * The sum of `count` terms as code in that type takes it: one after the other, each term and each sum rounded. In
 * float32 it is off by γ_n Σ|terms| at most (Higham 2002, section 3.1).
 */
export function sumIn(type: ElementType, count: number, term: (k: number) => number): number {
  const isSingle = type === 'float32';
  let sum = 0;
  // A function that rounds by the type, one of two, would be called for each term: that takes longer than to add.
  for (let k = 0; k < count; k++) sum = isSingle ? Math.fround(sum + Math.fround(term(k))) : sum + term(k);
  return sum;
}

/** The same sum of cells that stand in a row. */
export function sumOf({ type, data }: Matrix, from = 0, to = data.length): number {
  const isSingle = type === 'float32';
  let sum = 0;
  for (let k = from; k < to; k++) sum = isSingle ? Math.fround(sum + data[k]!) : sum + data[k]!;
  return sum;
}
