import type { Matrix } from '../../core/math/matrix';
import type { Trace } from '../../core/pass/trace';
import type { Prepared, Worked } from './given';

/** Every trace in what came of a job; some may be one. */
export function tracesIn({ pass, comparison }: Worked): Trace[] {
  const runs = (comparison?.runs ?? []) as readonly Pick<Prepared, 'trace' | 'untouched'>[];
  return [...(pass ? [pass] : []), ...runs].flatMap(({ trace, untouched }) => [trace, untouched]);
}

/** All matrices in what came of a job; one may come more than once. */
export const matricesIn = (worked: Worked): readonly Matrix[] =>
  tracesIn(worked).flatMap(({ values }) => values.map(({ matrix }) => matrix));

/** The memory of all numbers in what came of a job, each once. */
export const buffersIn = (worked: Worked): Set<ArrayBuffer> =>
  new Set(matricesIn(worked).map(({ data }) => data.buffer as ArrayBuffer));
