import { inCell, inNarrowCell } from '../../numbers';

/** About how wide digits and other signs of numbers are in narrow figures, whichever a system has, by the size of their letters. */
const DIGIT = 0.57;
const widths: Readonly<Record<string, number>> = { '.': 0.29, '−': 0.7 };

/** How narrow letters become at most, as a part of their width, before a digit goes. */
const NARROWEST = 0.75;

/** About how wide a number is, by the size of its letters. */
export const widthIn = (words: string, size: number): number =>
  Array.from(words).reduce((sum, sign) => sum + (widths[sign] ?? DIGIT) * size, 0);

/** A number as it is written in a cell with so much room for it, by the size of its letters, both in CSS pixels. */
export function writtenIn(x: number, room: number, size: number): string {
  const whole = inCell(x);
  return widthIn(whole, size) * NARROWEST > room ? inNarrowCell(x) : whole;
}
