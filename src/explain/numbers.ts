/** What stands for a number that is not finite: NaN, ∞ and −∞; undefined for any other. */
export const notFinite = (x: number): string | undefined =>
  Number.isNaN(x) ? 'NaN' : x === Infinity ? '∞' : x === -Infinity ? '−∞' : undefined;

/** What JavaScript wrote for a number, with a real minus before it and in its exponent. */
export const realMinus = (written: string): string => written.replaceAll('-', '−');

/** The same without the zeros that end its fraction. */
export const trimmed = (written: string): string =>
  realMinus(written.replace(/\.0+(?=e|$)|(\.\d*[1-9])0+(?=e|$)/, '$1'));

/** A whole number as people write it: `5,120`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A number with four digits: `0.1826`, `5120`. */
export const digits = (x: number): string => trimmed(x.toPrecision(4));

/** A number to read: four digits, a real minus. */
export function inWords(x: number): string {
  const word = notFinite(x);
  if (word) return word;
  const size = Math.abs(x);
  return size !== 0 && (size < 1e-3 || size >= 1e6) ? trimmed(x.toExponential(3)) : digits(x);
}
