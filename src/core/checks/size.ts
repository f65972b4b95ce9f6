import { largestMagnitude, type Matrix, type Precision } from '../math/matrix';
import type { Magnitude } from './magnitude';
import { roundingOf } from './rounding';

/**
 * What a difference from a gradient's cell is a part of: the cell; or where that is nothing but what rounding left of a
 * sum, in the precision that it was worked out in, the sum, were all its terms of one sign. So is db below a batch norm,
 * which is 0 in exact numbers.
 */
export const sizeOfCell = (cell: number, terms: number, precision: Precision): number =>
  cell <= roundingOf(precision) * terms && terms < Infinity ? terms : cell;

/** What the differences from all cells of a gradient are a part of: the largest of them, or of their sums. */
export const sizeOfAll = (right: Matrix, { terms }: Pick<Magnitude, 'terms'>, precision: Precision): number =>
  sizeOfCell(largestMagnitude(right), largestMagnitude(terms), precision);
