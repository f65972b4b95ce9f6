import type { Matrix } from '../math/matrix';
import { type Activation, type ActivationCache, type ActivationSlot, cacheReadBy } from './types';

/** An activation seen cell by cell, in float64. Every answer comes from the forward and backward that a pass runs. */
export interface Cells {
  /** g(z) for each z. */
  outputs(zs: ArrayLike<number>): Matrix['data'];
  /**
   * g′ for each number that `slot` holds: for each z, by the form that is accurate at both ends, or for each a. Throws
   * where backward reads another slot than the one that is kept.
   */
  slopes(slot: 'Z' | 'A', held: ArrayLike<number>): Matrix['data'];
}

const row = (numbers: ArrayLike<number>): Matrix => ({
  rows: 1,
  cols: numbers.length,
  type: 'float64',
  data: Float64Array.from(numbers),
});

/** A cache in which one slot holds a matrix, and no other slot can be read. */
export const cacheOf = (slot: ActivationSlot, matrix: Matrix): ActivationCache =>
  cacheReadBy(new Set([slot]), (asked) => {
    if (asked !== slot) throw new Error(`backward reads ${asked}, and only ${slot} is kept`);
    return matrix;
  });

/** The cells of an activation that works on each cell alone, at this alpha; a column each, so that none sees another. */
export const cellsOf = (activation: Activation, alpha: number): Cells => ({
  outputs: (zs) => activation.forward(row(zs), alpha).data,
  slopes(slot, held) {
    const ones = row(new Float64Array(held.length).fill(1));
    return activation.backward(cacheOf(slot, row(held)), ones, alpha, 'Z_stable').data;
  },
});
