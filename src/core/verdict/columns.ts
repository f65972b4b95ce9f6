import type { Activation } from '../activations';
import { cacheOf } from '../activations/cells';
import { largestDistance } from '../checks/distance';
import { cell, fromRows, type Matrix, zeros } from '../math/matrix';
import { preimageNear } from './preimage';

/** Two columns (n, 1) with one output, and how far their vector-Jacobian products are apart. */
export interface ColumnPair {
  readonly Z1: Matrix;
  readonly Z2: Matrix;
  readonly A: Matrix;
  readonly distance: number;
}

/** Whether one cell of A depends on another cell of its column of Z: then there is no slope per cell. */
export function mixesCells({ forward }: Activation, alpha: number): boolean {
  const first = (other: number): number => cell(forward(fromRows([[1], [other]], 'float64'), alpha), 0, 0);
  // Where g has no value, it has none for both.
  return !Object.is(first(0), first(1));
}

/** Cells in a column, columns to start from, and columns from where others with their output are looked for. */
const CELLS = 3;
const TARGETS = 4;
const STARTS = 4;

/** Two columns have one output if no cell of it is further apart than this. */
const SAME = 1e-12;

/** Two Jacobians differ if a cell of them does by more than this. */
const GAP = 1e-3;

/** Two columns are two only if they are further apart than this. */
const APART = 0.1;

/** The root of x⁴ = x + 1, whose powers make three directions that keep clear of each other. */
const ROOT = 1.2207440846057596;

/** The k-th of a sequence of columns (n, 1) that fills the cube from −2 to 2 evenly. Roberts, The R-sequence (2018). */
const columnOf = (k: number): Matrix =>
  fromRows(
    Array.from({ length: CELLS }, (_, i) => [4 * (((k + 1) / ROOT ** (i + 1)) % 1) - 2]),
    'float64',
  );

/**
 * Pairs of columns with one output, for an activation that mixes the cells of a column. For each of some columns Z1,
 * others with the same A are looked for from elsewhere (`preimageNear`); nothing is presumed about what they have in
 * common. dZ = J(Z)ᵀ dA is linear in dA, so A is enough for such a pair if both have one J. None are found where the
 * activation is one-to-one.
 */
export function columnPairs(activation: Activation, alpha: number): ColumnPair[] {
  const pairs: ColumnPair[] = [];
  const f = (Z: Matrix): Matrix => activation.forward(Z, alpha);
  const J = (Z: Matrix): Matrix => transposedJacobian(activation, alpha, Z);
  for (let k = 0; k < TARGETS; k++) {
    const Z1 = columnOf(k);
    const A = f(Z1);
    for (let start = 1; start <= STARTS; start++) {
      const Z2 = preimageNear(f, J, A, columnOf(k + TARGETS * start));
      if (largestDistance(f(Z2), A) > SAME || largestDistance(Z1, Z2) < APART) continue;
      pairs.push({ Z1, Z2, A, distance: largestDistance(J(Z1), J(Z2)) });
    }
  }
  return pairs;
}

/** The pair that proves that A is not enough, if there is one: the one whose products differ most. */
export const columnWitness = (pairs: readonly ColumnPair[]): ColumnPair | undefined =>
  pairs.filter(({ distance }) => distance > GAP).sort((p, q) => q.distance - p.distance)[0];

/** Jᵀ of a column Z (n, 1), (n, n): backward from Z, with a unit vector as each example's dA. */
function transposedJacobian({ backward }: Activation, alpha: number, Z: Matrix): Matrix {
  const n = Z.rows;
  const repeated = zeros(n, n, 'float64');
  const unit = zeros(n, n, 'float64');
  for (let i = 0; i < n; i++) {
    unit.data[i * n + i] = 1;
    repeated.data.fill(Z.data[i]!, i * n, (i + 1) * n);
  }
  return backward(cacheOf('Z', repeated), unit, alpha);
}
