import { format } from 'd3-format';
import { digits, notFinite, realMinus } from '../explain/numbers';

const whole = format('.0f');
const two = format('.2r');
const one = format('.1r');

const onePower = realMinus('.0e');

/** One digit and a power of ten: `1e−6`, as on a logarithmic axis. */
export const inPower = (x: number): string => onePower(x).replace('e+', 'e');

/**
 * A number in a heatmap's cell: two digits, no leading zero, a real minus; one digit and a power of ten where it is
 * very small or large. What is a whole number below ten is written as one: 0 and 1 are exactly that.
 */
export function inCell(x: number): string {
  const word = notFinite(x);
  if (word) return word;
  const size = Math.abs(x);
  if (size >= 9999.5 || (size < 9.95e-4 && size > 0)) return inPower(x);
  if (size >= 9.95 || Number.isInteger(x)) return whole(x);
  return two(x).replace('0.', '.');
}

/** The same in a cell that two digits behind a zero have no room in: one of them. */
export function inNarrowCell(x: number): string {
  const size = Math.abs(x);
  return size >= 9.95e-4 && size < 0.1 ? one(x).replace('0.', '.') : inCell(x);
}

const thousands = format('.2~s');

const short = realMinus('.2~g');
const tiny = realMinus('.1~e');

/** A number at a glance: two digits. */
export function inShort(x: number): string {
  const word = notFinite(x);
  if (word) return word;
  const size = Math.abs(x);
  if (size !== 0 && size < 1e-3) return tiny(x);
  return size >= 1e3 && size < 1e9 ? thousands(x) : short(x);
}

const share = format('.2~r');

/** A relative difference as people read it: a percentage once it is one. */
export function inShare(part: number): string {
  if (Number.isNaN(part)) return 'NaN or infinity';
  return part >= 0.01 ? `${share(part * 100)} %` : inShort(part);
}

/** A whole number as people write it: `5,120`. */
export const grouped = format(',');

/** Bytes as people say them: `512 B`, `1.2 MB`. */
export function inBytes(bytes: number): string {
  if (bytes < 10_000) return `${grouped(bytes)} B`;
  return bytes < 1e6 ? `${digits(bytes / 1e3)} kB` : `${digits(bytes / 1e6)} MB`;
}
