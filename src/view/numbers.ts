import { digits, grouped, notFinite, realMinus, trimmed } from '../explain/numbers';

/** One digit and a power of ten: `1e−6`, as on a logarithmic axis. */
export const inPower = (x: number): string => realMinus(x.toExponential(0)).replace('e+', 'e');

/**
 * A number in a heatmap's cell: two digits, no leading zero, a real minus; one digit and a power of ten where it is
 * very small or large. What is a whole number below ten is written as one: 0 and 1 are exactly that.
 */
export function inCell(x: number): string {
  const word = notFinite(x);
  if (word) return word;
  const size = Math.abs(x);
  if (size >= 9999.5 || (size < 9.95e-4 && size > 0)) return inPower(x);
  if (size >= 9.95 || Number.isInteger(x)) return realMinus(x.toFixed(0));
  return realMinus(x.toPrecision(2)).replace('0.', '.');
}

/**
 * The same in a cell that two digits have no room in: one, of what is less than one, which then still looks like no whole
 * number.
 */
export function inNarrowCell(x: number): string {
  const size = Math.abs(x);
  return size >= 9.95e-4 && size < 0.95 ? realMinus(x.toPrecision(1)).replace('0.', '.') : inCell(x);
}

/** x rounded to two digits, with no power of ten. */
const rounded = (x: number): string => realMinus(String(Number(x.toPrecision(2))));

/** Thousands, or millions, of two digits: `1.2k`, `34M`. */
function inThousands(x: number): string {
  const near = Number(x.toPrecision(2));
  return Math.abs(near) < 1e6 ? `${rounded(near / 1e3)}k` : `${rounded(near / 1e6)}M`;
}

/** A number at a glance: two digits. */
export function inShort(x: number): string {
  const word = notFinite(x);
  if (word) return word;
  const size = Math.abs(x);
  if (size !== 0 && size < 1e-3) return trimmed(x.toExponential(1));
  return size >= 1e3 && size < 9.95e8 ? inThousands(x) : trimmed(x.toPrecision(2));
}

/** A relative difference as people read it: a percentage once it is one. */
export function inShare(part: number): string {
  if (Number.isNaN(part)) return 'NaN or infinity';
  return part >= 0.01 ? `${rounded(part * 100)} %` : inShort(part);
}

/** Bytes as people say them: `512 B`, `1.2 MB`. */
export function inBytes(bytes: number): string {
  if (bytes < 10_000) return `${grouped(bytes)} B`;
  return bytes < 1e6 ? `${digits(bytes / 1e3)} kB` : `${digits(bytes / 1e6)} MB`;
}
