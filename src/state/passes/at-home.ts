import type { Keeping } from '../../compare/sharing';
import { alongWayBack } from '../../core/checks/way-back';
import { letGo } from '../../core/math/letting-go';
import type { Matrix } from '../../core/math/matrix';
import { printOf } from '../../core/math/print';
import type { Model } from '../../core/model/model';
import { type BufferName, gradientOf } from '../../core/model/names';
import type { Doing, Trace } from '../../core/pass/trace';
import { lookAt } from '../scales';

/** A matrix by its name and its bits, for threads that do not have it. */
const keyOf = (name: BufferName, matrix: Matrix): string => `${name} ${printOf(matrix)}`;

/** The matrices of some passes by their keys. */
export const byKeys = (passes: Iterable<Trace>): ReadonlyMap<string, Matrix> =>
  new Map(
    Array.from(passes).flatMap(({ values }) =>
      values.map(({ name, matrix }) => [keyOf(name, matrix), matrix] as const),
    ),
  );

/**
 * What the page has already of the numbers that are computed in another thread. They go as soon as nothing there needs
 * them, and do not travel: a comparison would be a whole pass more, and the page has one.
 */
export class AtHome {
  /** Those that were computed, or given, and are not needed: the key of each. */
  readonly keys = new Map<Matrix, string>();
  private readonly known: ReadonlySet<string>;

  constructor(known: readonly string[]) {
    this.known = new Set(known);
  }

  private has(name: BufferName, matrix: Matrix): boolean {
    const key = keyOf(name, matrix);
    if (this.known.has(key)) this.keys.set(matrix, key);
    return this.known.has(key);
  }

  private leave(matrix: Matrix | undefined): void {
    if (!matrix || !this.keys.has(matrix)) return;
    lookAt(matrix);
    letGo([matrix], new Set());
  }

  /** A run of a model, whose other numbers are kept as `keeping` says. */
  run({ nodes }: Pick<Trace, 'nodes'>, keeping: Keeping) {
    const computed = new Map<BufferName, Matrix>();
    const along = alongWayBack({ nodes }, ({ output }) => {
      for (const name of [output, gradientOf(output)]) this.leave(computed.get(name));
    });
    return {
      keeping: (name: BufferName, matrix: Matrix): Matrix => {
        const kept = this.has(name, matrix) ? matrix : keeping(name, matrix);
        computed.set(name, kept);
        return kept;
      },
      /** Goes along with the run, and lets go of what its way back is done with. */
      onStep: (doing: Doing): void => along.onStep(doing),
    };
  }

  /** Lets go of all that runs computed and the page has. */
  leaveComputed({ X, Y, parameters }: Model): void {
    const given = new Set([X, Y, ...parameters.values()]);
    for (const matrix of this.keys.keys()) if (!given.has(matrix)) this.leave(matrix);
  }

  /** Lets go of what was given as well: nothing is computed of it any more. */
  leaveGiven({ X, Y, parameters }: Model): void {
    for (const [name, matrix] of [['A0', X] as const, ['Y', Y] as const, ...parameters])
      if (this.has(name, matrix)) this.leave(matrix);
  }
}
