import { type Matrix, zeros } from '../../core/math/matrix';
import { uniformAt } from '../../core/math/random';

/** A number for a name, so that no two tensors are shaken alike. */
function streamOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
  return hash >>> 1;
}

/** How far each cell x of a tensor may be off: a part of |x|, and a part of what stands beside it. */
export interface OffBy {
  readonly part: number;
  readonly beside?: { readonly matrix: Matrix; readonly part: number } | undefined;
  /** Whether 0 is exactly 0. */
  readonly zeroIsExact: boolean;
}

/**
 * A tensor in which each cell is off by half to all of what it may be, one way or the other. What is computed from shaken tensors
 * is off by as much as rounding can take it, whatever computes it, and however little is left of a difference: stochastic
 * arithmetic (Vignes, A stochastic arithmetic for reliable scientific computation, 1993). Were all cells off by equal parts
 * of themselves, sums that cancel would often not move at all.
 */
export function shaken(
  { rows, cols, type, data }: Matrix,
  { part, beside, zeroIsExact }: OffBy,
  name: string,
  draw: number,
): Matrix {
  const out = zeros(rows, cols, type);
  const stream = streamOf(name);
  const besidePart = beside?.part ?? 0;
  // Plain sums over plain lists: a large pass has a hundred million cells.
  const others = beside?.matrix.data ?? data;
  for (let k = 0; k < data.length; k++) {
    const x = data[k]!;
    const u = 2 * uniformAt(draw, stream, k) - 1;
    const most =
      zeroIsExact && x === 0 ? 0 : part * Math.abs(x) + (beside ? besidePart * Math.abs(others[k]!) : 0);
    out.data[k] = x + (u < 0 ? u - 1 : u + 1) * 0.5 * most;
  }
  return out;
}

/** How often a computation is run on shaken tensors to see how far it moves. */
export const DRAWS = 8;

/** How many times as far as it moved at most a cell may be off: eight draws seldom all fall short of a fifth of that. */
export const SHORT = 8;

/**
 * How far each cell of a result may be off, by how it came out of shaken tensors, and by what is known of that before;
 * Infinity where that is no number.
 */
export function spreadOf(
  matrix: Matrix,
  draws: readonly Matrix[],
  before = zeros(matrix.rows, matrix.cols, 'float64'),
): Matrix {
  const out = { ...before, data: before.data.slice() };
  for (const { data } of draws)
    for (let k = 0; k < out.data.length; k++) {
      const moved = Math.abs(data[k]! - matrix.data[k]!);
      out.data[k] = Math.max(out.data[k]!, Number.isNaN(moved) ? Infinity : SHORT * moved);
    }
  return out;
}
