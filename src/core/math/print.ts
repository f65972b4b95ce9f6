import { bitsOf } from './bits';
import type { Matrix } from './matrix';

/**
 * A text of 64 bits that two matrices share if they are the same to the bit, and else by a chance of one in 10^19: so that
 * who has one of them knows the other without being sent its numbers. Two sums by the steps of MurmurHash3 (Appleby, 2008).
 */
export function printOf(matrix: Matrix): string {
  const { rows, cols, type } = matrix;
  const bits = bitsOf(matrix);
  let [a, b] = [rows | 0, cols | 0];
  for (let i = 0; i < bits.length; i++) {
    const word = bits[i]!;
    const mixed = Math.imul(word, 0xcc9e2d51);
    a = (Math.imul(a ^ Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593), 5) + 0xe6546b64) | 0;
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ word, 0x85ebca6b);
    b = (((b << 11) | (b >>> 21)) + 0x27d4eb2f) | 0;
  }
  return `${rows}.${cols}.${type}.${finished(a)}.${finished(b)}`;
}

/** Has every bit of a sum move every other. */
function finished(sum: number): string {
  let h = sum;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0).toString(36);
}
