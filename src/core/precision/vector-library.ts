/*
 * exp and tanh in float32 as array libraries work them out, eight or sixteen numbers at a time: not rounded correctly
 * but off by up to two units in the last place, and that is most of what recomputing an activation adds to the loss.
 * The courses' np.exp and np.tanh are such functions on any processor with AVX2. The numbers here come from the
 * method, not from a library's tables: its thresholds come out the same to within 0.6 %.
 */

const { fround } = Math;

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** Σ of c[k] x^k by Horner's rule, with fused multiply-adds: one rounding to float32 for each. */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, c) => fround(sum * x + c), 0);

/** The coefficients of e^x ≈ P(x)/Q(x) of degrees 5 and 2, after Padé: (p+q−j)! p! / ((p+q)! j! (p−j)!) and alike. */
const pade = (degree: number, other: number, sign: 1 | -1): number[] =>
  Array.from({ length: degree + 1 }, (_, j) =>
    fround(
      (sign ** j * factorial(degree + other - j) * factorial(degree)) /
        (factorial(degree + other) * factorial(j) * factorial(degree - j)),
    ),
  );

const P = pade(5, 2, 1);
const Q = pade(2, 5, -1);

/** e^x in float32: x = n ln 2 + r, then 2^n P(r)/Q(r). Cody & Waite, Software Manual for the Elementary Functions (1980). */
export function vectorExp(x: number): number {
  const n = Math.round(x * Math.LOG2E);
  // Beyond float32 there is nothing to reduce.
  if (!(Math.abs(n) < 160)) return fround(Math.exp(x));
  const r = fround(x - n * Math.LN2);
  return fround(fround(polynomial(P, r) / polynomial(Q, r)) * 2 ** n);
}

/**
 * tanh z in float32 about the centre c of the quarter of an octave that |z| lies in: tanh c, itself a float32 out of a
 * table, and what is missing. Where tanh is nearly 1 the rounding of tanh c stays in every result of its interval.
 */
export function vectorTanh(z: number): number {
  const x = Math.abs(z);
  if (!(x > 2 ** -4 && x < 10)) return fround(Math.tanh(z));
  const width = 2 ** (Math.floor(Math.log2(x)) - 2);
  const centre = (Math.floor(x / width) + 0.5) * width;
  const rest = fround(Math.tanh(x) - Math.tanh(centre));
  return Math.sign(z) * fround(fround(Math.tanh(centre)) + rest);
}
