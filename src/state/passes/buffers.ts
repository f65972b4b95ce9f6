import type { Matrix } from '../../core/math/matrix';
import type { Trace } from '../../core/pass/trace';
import type { Prepared } from './given';
import type { Worked } from './work';

/** All matrices in what came of a job; one may come more than once. */
export function matricesIn({ pass, comparison }: Worked): readonly Matrix[] {
  const runs = (comparison?.runs ?? []) as readonly Pick<Prepared, 'trace' | 'untouched'>[];
  const traces: Trace[] = [...(pass ? [pass] : []), ...runs].flatMap(({ trace, untouched }) => [
    trace,
    untouched,
  ]);
  return traces.flatMap(({ values }) => values.map(({ matrix }) => matrix));
}

/** The memory of all numbers in what came of a job, each once. */
export const buffersIn = (worked: Worked): Set<ArrayBuffer> =>
  new Set(matricesIn(worked).map(({ data }) => data.buffer as ArrayBuffer));
