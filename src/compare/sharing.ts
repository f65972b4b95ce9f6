import type { ElementType, Matrix } from '../core/math/matrix';
import type { BufferName } from '../core/model/names';
import type { Trace } from '../core/pass/trace';

/** Says which matrix a pass keeps under a name for one that it worked out: the same numbers, to the bit. */
export type Keeping = (name: BufferName, matrix: Matrix) => Matrix;

/** The bits of a matrix, four bytes at a time where they go up in that. */
const bitsOf = ({ data: { buffer, byteOffset, byteLength } }: Matrix): Uint32Array | Uint8Array =>
  byteLength % 4 === 0 && byteOffset % 4 === 0
    ? new Uint32Array(buffer, byteOffset, byteLength / 4)
    : new Uint8Array(buffer, byteOffset, byteLength);

const shapeOf = ({ rows, cols, type }: Matrix): readonly [number, number, ElementType] => [rows, cols, type];

function areSame(a: Matrix, b: Matrix): boolean {
  if (a === b) return true;
  if (shapeOf(a).join() !== shapeOf(b).join()) return false;
  const [bits, others] = [bitsOf(a), bitsOf(b)];
  for (let i = 0; i < bits.length; i++) if (bits[i] !== others[i]) return false;
  return true;
}

/**
 * Keeps one matrix for all passes of one network that have the same numbers under one name, as those have under two keep
 * rules on the way forward, and mostly on the way back. Several passes of a large network would fill the memory.
 */
export function sharedWith(passes: Iterable<Trace>): Keeping {
  const known = new Map<BufferName, Set<Matrix>>();
  for (const { values } of passes)
    for (const { name, matrix } of values) known.set(name, (known.get(name) ?? new Set()).add(matrix));
  return (name, matrix) => {
    for (const other of known.get(name) ?? []) if (areSame(other, matrix)) return other;
    return matrix;
  };
}
