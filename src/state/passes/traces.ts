import type { Trace } from '../../core/pass/trace';
import type { Prepared, Worked } from './given';

/** Every trace in what came of a job; some may be one. */
export function tracesIn({ pass, comparison }: Worked): Trace[] {
  const runs = (comparison?.runs ?? []) as readonly Pick<Prepared, 'trace' | 'untouched'>[];
  return [...(pass ? [pass] : []), ...runs].flatMap(({ trace, untouched }) => [trace, untouched]);
}
