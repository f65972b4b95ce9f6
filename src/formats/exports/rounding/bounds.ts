import { type Matrix, map, zip } from '../../../core/math/matrix';

/*
 * Bounds on how far cells may be off, in float64. An infinite bound says that nothing can be told.
 */

/** The same numbers in float64. */
export const wide = (matrix: Matrix): Matrix => map(matrix, (x) => x, 'float64');

/** Cell by cell, a + b. */
export const plus = (a: Matrix, b: Matrix): Matrix => zip(wide(a), b, (x, y) => x + y);

/** Cell by cell, a · b, where 0 times any bound is 0: what is selected away takes no error with it. */
export const times = (a: Matrix, b: Matrix): Matrix =>
  zip(wide(a), b, (x, y) => (x === 0 || y === 0 ? 0 : x * y));

/** Every cell times a number. */
export const scaled = (a: Matrix, by: number): Matrix => map(magnitudes(a), (x) => x * by);

/** The larger of two bounds, cell by cell. */
export const larger = (a: Matrix, b: Matrix): Matrix =>
  zip(a, b, (x, y) => (Number.isNaN(x + y) ? Infinity : Math.max(x, y)));

/** f at x, and with x moved down and up by as much as it may be off. */
export function moved(
  f: (x: Matrix) => Matrix,
  x: Matrix,
  off: Matrix,
): [at: Matrix, down: Matrix, up: Matrix] {
  const by = (sign: number) => wide(f(zip(wide(x), off, (a, d) => a + sign * d)));
  return [wide(f(wide(x))), by(-1), by(1)];
}

/** By how much f moves where x moves by as much as it may be off, either way. */
export function spread(f: (x: Matrix) => Matrix, x: Matrix, off: Matrix): Matrix {
  const [at, ...others] = moved(f, x, off);
  const [down, up] = others.map((y) => zip(y, at, (a, b) => (Object.is(a, b) ? 0 : Math.abs(a - b))));
  return larger(down!, up!);
}

/** |x|; of a number that is not finite 0, since it is the same in every program and so brings no error with it. */
export const magnitudes = (matrix: Matrix): Matrix =>
  map(matrix, (x) => (Number.isFinite(x) ? Math.abs(x) : 0), 'float64');

/** Bounds on cells of a buffer: 0 where a number that is not finite has to be the same, infinite where all is lost. */
export const told = (off: Matrix, buffer: Matrix): Matrix =>
  zip(off, buffer, (x, value) => {
    if (Number.isNaN(x) || x === Infinity) return Infinity;
    return Number.isFinite(value) ? x : 0;
  });

/** The sum of each column, in every cell of it. */
export function columnSums(x: Matrix): Matrix {
  const sums = new Float64Array(x.cols);
  x.data.forEach((value, k) => {
    sums[k % x.cols]! += value;
  });
  return { ...x, data: Float64Array.from(x.data, (_, k) => sums[k % x.cols]!) };
}
