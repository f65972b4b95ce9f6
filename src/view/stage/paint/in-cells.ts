import { inCell, inNarrowCell } from '../../numbers';

/** How narrow letters become at most, as a part of their width, before a digit goes. */
const NARROWEST = 0.75;

/** About how wide a number is in narrow figures, whichever a system has, by the size of its letters: a point is narrower than a digit, a minus wider. */
export const widthIn = (words: string, size: number): number =>
  size * (0.57 * words.length - (words.includes('.') ? 0.28 : 0) + (words.includes('−') ? 0.13 : 0));

/** A number as it is written in a cell with so much room for it, by the size of its letters, both in CSS pixels. */
export function writtenIn(x: number, room: number, size: number): string {
  const whole = inCell(x);
  return widthIn(whole, size) * NARROWEST > room ? inNarrowCell(x) : whole;
}
