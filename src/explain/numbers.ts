import { format } from 'd3-format';

/** What stands for a number that is not finite: NaN, ∞ and −∞; undefined for any other. */
export const notFinite = (x: number): string | undefined =>
  Number.isNaN(x) ? 'NaN' : x === Infinity ? '∞' : x === -Infinity ? '−∞' : undefined;

/** A number in d3's words; d3 writes a real minus before it, but a hyphen in its exponent. */
export const realMinus = (specifier: string) => {
  const written = format(specifier);
  return (x: number): string => written(x).replace('e-', 'e−');
};

/** A number with four digits: `0.1826`, `5120`. */
export const digits = format('.4~g');

const power = realMinus('.3~e');

/** A number to read: four digits, a real minus. */
export function inWords(x: number): string {
  const word = notFinite(x);
  if (word) return word;
  const size = Math.abs(x);
  return size !== 0 && (size < 1e-3 || size >= 1e6) ? power(x) : digits(x);
}
