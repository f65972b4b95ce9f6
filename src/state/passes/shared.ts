import { sharedWith } from '../../compare/sharing';
import type { Matrix } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import type { Trace } from '../../core/pass/trace';
import { numbersIn } from '../../core/pass/value';
import type { Prepared } from './given';

/** From how many numbers on a pass holds up the page, where all of it is looked through or made room for. */
const MANY = 2_000_000;

/** Whether a pass is that large. */
export const isVeryLarge = ({ values }: Pick<Trace, 'values'>): boolean => numbersIn(values) > MANY;

/** A pass that has just come from another thread, and that nothing has been drawn or computed from yet. */
interface Fresh {
  readonly values: readonly { readonly name: BufferName; matrix: Matrix }[];
  readonly buffers: Map<BufferName, Matrix>;
}

/**
 * Puts into a pass that has just come from another thread the matrices of the pass before it, where they have the same
 * numbers: so nothing is drawn anew for those, and their memory is freed. A very large pass stays as it came.
 */
export function shareFresh(
  { untouched, trace, byKeys }: Pick<Prepared, 'untouched' | 'trace' | 'byKeys'>,
  before: Trace,
): void {
  if (isVeryLarge(untouched)) return;
  const keeping = sharedWith([before]);
  const kept = new Map<Matrix, Matrix>();
  for (const pass of new Set([untouched, trace])) {
    const { values, buffers } = pass as unknown as Fresh;
    for (const value of values) {
      const { matrix } = value;
      value.matrix = keeping(value.name, matrix);
      kept.set(matrix, value.matrix);
    }
    for (const [name, matrix] of buffers) buffers.set(name, kept.get(matrix) ?? matrix);
  }
  for (const [key, matrix] of byKeys) (byKeys as Map<string, Matrix>).set(key, kept.get(matrix) ?? matrix);
}
