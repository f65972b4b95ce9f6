import { inCell, inNarrowCell } from '../../numbers';

/** About how wide a sign of a number is, by the size of its letters. */
export const SIGN = 0.6;

/** How narrow letters become at most, as a part of their width, before a digit goes. */
const NARROWEST = 0.62;

/** A number as it is written in a cell with so much room for it, by the size of its letters, both in CSS pixels. */
export function writtenIn(x: number, room: number, size: number): string {
  const whole = inCell(x);
  return whole.length * SIGN * size * NARROWEST > room ? inNarrowCell(x) : whole;
}
