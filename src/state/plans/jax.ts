import type { KeepRuleName } from '../../core/keep-rules';
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

/** What a vjp of JAX keeps: the residuals that were measured inside it, as near as a keep rule comes to them. */
export function residualsKept(residuals: readonly string[], said: string | undefined): Kept {
  const match = nearest.find(([pattern]) => residuals.some((residual) => pattern.test(residual)));
  const keep = match?.[1] ?? 'none';
  const alone = residuals.length <= 1;
  const list = alone ? undefined : `Measured: ${residuals.join(', ')}.`;
  return { keep, note: [list, said].filter(Boolean).join(' ') || undefined };
}
