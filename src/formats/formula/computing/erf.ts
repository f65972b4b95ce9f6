/** The error function, by its series near 0 and the continued fraction of erfc further out. Abramowitz & Stegun 7.1. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 2.5) {
    let term = size;
    let sum = size;
    for (let k = 1; Math.abs(term) > sum * Number.EPSILON; k++) {
      term *= (2 * size * size) / (2 * k + 1);
      sum += term;
    }
    return (Math.sign(x) * 2 * sum * Math.exp(-size * size)) / Math.sqrt(Math.PI);
  }
  let inner = size;
  for (let k = 60; k > 0; k--) inner = size + k / 2 / inner;
  return Math.sign(x) * (1 - Math.exp(-size * size) / (inner * Math.sqrt(Math.PI)));
}
