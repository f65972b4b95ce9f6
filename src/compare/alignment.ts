import { type Doing, type DryStep, type StepId, sameStep } from '../core/pass/trace';

/** The steps of a run, with or without their numbers. */
interface Steps {
  readonly steps: readonly DryStep[];
}

/** One step of a comparison: what it does, and for each run how many of its own steps are done then. */
export interface AlignedStep {
  readonly id: Doing;
  readonly done: readonly number[];
  /** Which runs have no such step, and wait. */
  readonly waiting: readonly boolean[];
}

const idOf = ({ phase, op, layer, occurrence, node }: DryStep): Doing => ({
  phase,
  op,
  layer,
  ...(occurrence && { occurrence }),
  node,
});

/** How many steps of a run are done once it has done what a step does; by `phase.op.layer` and which time. */
const placesIn = ({ steps }: Steps): ReadonlyMap<string, number> =>
  new Map(steps.map((step, i) => [keyOf(step), i + 1]));

const keyOf = ({ phase, op, layer, occurrence = 1 }: StepId): string =>
  `${phase}.${op}.${layer}.${occurrence}`;

/**
 * The steps of several runs of one network, aligned. A step that several runs have is listed once. A run that has steps of
 * its own is waited for, as one that recomputes, or that begins the way back in two steps where others take one. Each step
 * of each run is listed once.
 */
export function align(traces: readonly Steps[]): AlignedStep[] {
  const aligned: AlignedStep[] = [];
  const done = traces.map(() => 0);
  const places = traces.map(placesIn);
  const isDueInAll = (step: DryStep) =>
    places.every((places, run) => (places.get(keyOf(step)) ?? 0) <= done[run]! + 1);
  const next = () => traces.map(({ steps }, run) => steps[done[run]!]);
  for (let ahead = next(); ahead.some(Boolean); ahead = next()) {
    // Recomputations come first: the steps that all runs have in common wait for them. Then steps that come
    // next, or have been done, in every run that has them; of those the loss before the way back.
    const first =
      ahead.find((step) => step?.phase === 'recompute') ??
      ahead.find((step) => step?.phase === 'loss' && isDueInAll(step)) ??
      ahead.find((step) => step && isDueInAll(step)) ??
      ahead.find(Boolean)!;
    const waiting = ahead.map((step) => !step || !sameStep(step, first));
    waiting.forEach((waits, run) => {
      if (!waits) done[run]!++;
    });
    aligned.push({ id: idOf(first), done: [...done], waiting });
  }
  return aligned;
}
