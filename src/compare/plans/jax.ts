import type { KeepRuleName } from '../../core/model/keep-rules';
import type { Kept } from './plan';

/** The keep rule nearest to an array that JAX keeps, by the first pattern that one of them matches. */
const nearest: readonly (readonly [RegExp, KeepRuleName])[] = [
  [/^derivative/, 'slope'],
  [/^OUTPUT/, 'A'],
  [/^INPUT/, 'Z'],
  // Other arrays are coefficients of the Jacobian, as the slope is.
  [/^intermediate/, 'slope'],
  [/^mask/, 'mask'],
];

/**
 * What a vjp of JAX keeps: the residuals that were measured inside it, by the nearest keep rule. `reads` is what JAX
 * computes them from.
 */
export function residualsKept(residuals: readonly string[], reads: string, said: string | undefined): Kept {
  const match = nearest.find(([pattern]) => residuals.some((residual) => pattern.test(residual)));
  const keep = match?.[1] ?? 'none';
  const list = residuals.length > 1 ? `Measured: ${residuals.join(', ')}.` : undefined;
  const fromA = keep === 'slope' && reads === 'output' ? SLOPE_FROM_A : undefined;
  return { keep, note: [list, fromA, said].filter(Boolean).join(' ') || undefined };
}

const SLOPE_FROM_A = 'Its slope is worked out from A and loses what A has lost; the one drawn comes from Z.';
