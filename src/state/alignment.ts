import { type Doing, type Step, sameStep, type Trace } from '../core/pass/trace';

/** One step of a comparison: what it does, and for each lane how many of its own steps are done then. */
export interface AlignedStep {
  readonly id: Doing;
  readonly done: readonly number[];
  /** Which lanes have no such step, and wait. */
  readonly waiting: readonly boolean[];
}

const idOf = ({ phase, op, layer, node }: Step): Doing => ({ phase, op, layer, node });

/**
 * The steps of several runs of one network laid along each other. All have the same forward, loss and backward steps,
 * in one order; a run that also recomputes is waited for by the others. Each step of each run stands in it once.
 */
export function align(traces: readonly Pick<Trace, 'steps'>[]): AlignedStep[] {
  const aligned: AlignedStep[] = [];
  const done = traces.map(() => 0);
  const next = () => traces.map(({ steps }, lane) => steps[done[lane]!]);
  for (let ahead = next(); ahead.some(Boolean); ahead = next()) {
    // Recomputations come first: they are what the steps that all have in common wait for.
    const first = ahead.find((step) => step?.phase === 'recompute') ?? ahead.find(Boolean)!;
    const waiting = ahead.map((step) => !step || !sameStep(step, first));
    waiting.forEach((waits, lane) => {
      if (!waits) done[lane]!++;
    });
    aligned.push({ id: idOf(first), done: [...done], waiting });
  }
  return aligned;
}
