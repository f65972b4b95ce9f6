import type { Matrix } from '../../math/matrix';

/**
 * The one number that every cell of a tensor must be multiplied by to be right: 2, 1/3, −1. Undefined where there is none
 * other than 1 and 0, and where a single cell alone supports it and it is neither a whole number nor one over one.
 */
export function factorBetween(
  found: Matrix,
  right: Matrix,
  isOff: (x: number, y: number, k: number) => boolean,
): number | undefined {
  let [at, cells] = [0, 0];
  for (let k = 0; k < found.data.length; k++) {
    if (found.data[k] !== 0) cells += 1;
    if (Math.abs(found.data[k]!) > Math.abs(found.data[at]!)) at = k;
  }
  const ratio = right.data[at]! / found.data[at]!;
  if (!Number.isFinite(ratio) || ratio === 0) return undefined;
  const factor = roundOf(ratio) ?? (cells > 1 ? ratio : undefined);
  if (factor === undefined || factor === 1) return undefined;
  for (let k = 0; k < found.data.length; k++) {
    // What may be off grows with the factor, and so does what is compared: both are held against what was found.
    if (isOff(found.data[k]!, right.data[k]! / factor, k)) return undefined;
  }
  return factor;
}

/** The whole number, or one over a whole number, that a ratio is within a ten-thousandth of. */
function roundOf(ratio: number): number | undefined {
  const near = (x: number) => Math.abs(x - Math.round(x)) <= 1e-4 * Math.abs(x) && Math.round(x) !== 0;
  if (near(ratio)) return Math.round(ratio);
  return near(1 / ratio) ? 1 / Math.round(1 / ratio) : undefined;
}
