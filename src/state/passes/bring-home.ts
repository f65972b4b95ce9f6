import type { Matrix } from '../../core/math/matrix';
import type { Model } from '../../core/model/model';
import type { BufferName } from '../../core/model/names';
import { tracesIn } from './buffers';
import type { Prepared, Worked } from './given';
import type { Job } from './work';

/** A job that has no pass to compute, with what the page has of that. */
export const besides = (job: Job, pass: Prepared | undefined): Job =>
  job.pass || !pass ? job : { ...job, known: [...pass.byKeys.keys()] };

/** A pass that has only just come from another thread. */
interface Fresh {
  model: Model;
  readonly values: readonly { matrix: Matrix }[];
  readonly buffers: Map<BufferName, Matrix>;
}

/** Puts into the runs of a comparison what was left out of them because the page has it in its pass. */
export function bringHome({ comparison }: Worked, pass: Prepared | undefined): void {
  const keys = comparison?.atHome;
  if (!keys || !pass) return;
  const home = (matrix: Matrix): Matrix => pass.byKeys.get(keys.get(matrix) ?? '') ?? matrix;
  for (const run of new Set(tracesIn({ comparison }))) {
    const fresh = run as unknown as Fresh;
    for (const value of fresh.values) value.matrix = home(value.matrix);
    for (const [name, matrix] of fresh.buffers) fresh.buffers.set(name, home(matrix));
    const { X, Y, parameters } = fresh.model;
    fresh.model = {
      ...fresh.model,
      X: home(X),
      Y: home(Y),
      parameters: new Map(Array.from(parameters, ([name, matrix]) => [name, home(matrix)])),
    };
  }
}
