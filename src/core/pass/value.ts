import type { Matrix } from '../math/matrix';
import type { BufferName } from '../model/names';

/**
 * One matrix, written once: by the caller, by a step, or by hand into a cache. A name is what it is called, and two
 * values can share one: Z computed again is another value of the same name, and so is a cached Z that was changed.
 */
export interface Value {
  /** Counted from 0, in the order in which the values of a pass came to be. */
  readonly id: number;
  readonly name: BufferName;
  readonly matrix: Matrix;
}

/** How many numbers some values hold together. */
export const numbersIn = (values: readonly Value[]): number =>
  values.reduce((sum, { matrix }) => sum + matrix.data.length, 0);
