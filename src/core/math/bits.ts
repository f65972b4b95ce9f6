import type { Matrix } from './matrix';

/** The bits of a matrix, four bytes at a time where its length and place allow that. */
export const bitsOf = ({ data: { buffer, byteOffset, byteLength } }: Matrix): Uint32Array | Uint8Array =>
  byteLength % 4 === 0 && byteOffset % 4 === 0
    ? new Uint32Array(buffer, byteOffset, byteLength / 4)
    : new Uint8Array(buffer, byteOffset, byteLength);

/** Whether two matrices are the same to the bit: −0 is not 0, and shapes and types must agree. */
export function areSameBits(a: Matrix, b: Matrix): boolean {
  if (a === b) return true;
  if (a.rows !== b.rows || a.cols !== b.cols || a.type !== b.type) return false;
  const [bits, others] = [bitsOf(a), bitsOf(b)];
  // One whose numbers were let go of is no other's.
  if (bits.length !== others.length) return false;
  for (let i = 0; i < bits.length; i++) if (bits[i] !== others[i]) return false;
  return true;
}
