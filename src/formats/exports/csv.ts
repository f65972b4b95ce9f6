import type { Matrix } from '../../core/math/matrix';

/** A matrix as comma-separated values, a row to a piece, in numbers that read back exactly. */
export const csvOf = ({ rows, cols, data }: Matrix): string[] =>
  Array.from(
    { length: rows },
    (_, i) => `${Array.from(data.subarray(i * cols, (i + 1) * cols)).join(',')}\n`,
  );
