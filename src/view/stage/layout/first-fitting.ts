import { bisector } from 'd3-array';

/**
 * The first of some candidates that fits, the last where none does. They stand from the largest to the smallest, so
 * that all behind one that fits fit too: of n candidates about log₂ n are tried. There must be one.
 */
export function firstFitting<T>(candidates: readonly T[], fits: (candidate: T) => boolean): T {
  const at = bisector((candidate: T) => Number(fits(candidate))).left(candidates, 1);
  return candidates[Math.min(at, candidates.length - 1)]!;
}
