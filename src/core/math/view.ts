import type { Matrix } from './matrix';

/** A matrix seen through strides, so that a transpose copies nothing. */
export interface View {
  readonly rows: number;
  readonly cols: number;
  readonly data: Matrix['data'];
  readonly rowStride: number;
  readonly colStride: number;
}

/** A matrix as a view of itself. */
export function viewOf(operand: Matrix | View): View {
  if ('rowStride' in operand) return operand;
  const { rows, cols, data } = operand;
  return { rows, cols, data, rowStride: cols, colStride: 1 };
}

/** The transpose of a matrix, as a view of the same numbers. */
export function transposed(operand: Matrix | View): View {
  const { rows, cols, data, rowStride, colStride } = viewOf(operand);
  return { rows: cols, cols: rows, data, rowStride: colStride, colStride: rowStride };
}

/** A product to be worked out: A (n, k), B (k, m), and what happens to each sum before it is stored. */
export interface Product {
  readonly a: View;
  readonly b: View;
  /** n numbers, one for each row; it is added. */
  readonly plus: Matrix['data'] | undefined;
  readonly dividedBy: number;
}
