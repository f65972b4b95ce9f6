import type { ElementType } from './matrix';

/** How a number is rounded: to float32 after an operation, or not at all in float64. */
export type Round = (x: number) => number;

/** How code in that type rounds every single result. */
export const roundingTo = (type: ElementType): Round => (type === 'float32' ? Math.fround : (x) => x);

/**
 * The sum of `count` terms as code in that type takes it: one after the other, each term and each sum rounded. In
 * float32 it is off by γ_n Σ|terms| at most (Higham 2002, section 3.1).
 */
export function sumIn(type: ElementType, count: number, term: (k: number) => number): number {
  const round = roundingTo(type);
  let sum = 0;
  for (let k = 0; k < count; k++) sum = round(sum + round(term(k)));
  return sum;
}
