/**
 * φ(z), the density of the standard normal distribution. z² is split into a square that float64 holds exactly and a
 * small rest, as fdlibm's erfc does it: in one piece, its rounding error would grow with z² in the result.
 */
export function normalDensity(z: number): number {
  // Beyond this it is below the smallest float64; and in the next line float32 has to hold z.
  if (Math.abs(z) > 39) return 0;
  const coarse = Math.fround(z);
  const rest = (z - coarse) * (z + coarse);
  return (Math.exp((-coarse * coarse) / 2) * Math.exp(-rest / 2)) / Math.sqrt(2 * Math.PI);
}

/** Φ(z), the standard normal distribution, to 3e-15 of itself in both tails. */
export const normalCdf = (z: number): number => {
  const tail = upperTail(Math.abs(z));
  return z > 0 ? 1 - tail : tail;
};

/** 1 − Φ(x) for x ≥ 0. Near the middle by the series, further out by the continued fraction. */
const upperTail = (x: number): number => (x < 1.5 ? 0.5 - middle(x) : normalDensity(x) * millsRatio(x));

/** Φ(x) − 1/2 = φ(x) Σ x^(2k+1) / (1·3·5···(2k+1)). Abramowitz & Stegun 26.2.11: no term is negative. */
function middle(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; term > sum * Number.EPSILON; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return normalDensity(x) * sum;
}

/** (1 − Φ(x)) / φ(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))). Abramowitz & Stegun 26.2.14, from the inside out. */
function millsRatio(x: number): number {
  // From x = 1.5 on, that many levels are enough for 2e-15 of the result.
  let inner = x;
  for (let k = 150; k > 0; k--) inner = x + k / inner;
  return 1 / inner;
}
