import { type AlignedStep, align } from '../compare/alignment';
import { type Frame, frameAt } from '../core/pass/frames/frame';
import { tryIn } from './address/trial';
import { createSelector } from './create-selector';
import { movesAlong } from './moves';
import type { PreparedComparison } from './passes/given';
import { indexOf } from './position';
import { type Compared, comparisonOf, type RunOf, selectRuns } from './runs';
import { type Scales, type Sharing, scalesOf } from './scales';
import { selectModel } from './selectors';

/** The colour scales of all runs, so that a colour means the same in each. */
export const selectRunScales = {
  layer: scalesShared('layer'),
  network: scalesShared('network'),
} satisfies Record<Sharing, unknown>;

function scalesShared(sharing: Sharing): (state: Compared) => Scales {
  const work = createSelector([selectRuns], (runs) =>
    scalesOf(
      runs.map(({ untouched }) => untouched),
      sharing,
    ),
  );
  return (state) => comparisonOf(state)?.scales[sharing] ?? work(state);
}

/** All of a comparison that takes long to compute for a large model, in the form in which it travels between threads. */
export function preparedComparison(state: Compared): PreparedComparison<RunOf> {
  const atHome = state.memory?.atHome;
  const prepared = {
    plans: state.comparing.plans,
    runs: selectRuns(state).map(({ plan, ...run }) => run),
    scales: { layer: selectRunScales.layer(state), network: selectRunScales.network(state) },
  };
  atHome?.leaveGiven(selectModel(state));
  return { ...prepared, atHome: atHome?.keys };
}

/** The steps of all runs, aligned. */
export const selectAligned = createSelector([selectRuns], (runs): readonly AlignedStep[] =>
  align(runs.map(({ trace }) => trace)),
);

const selectAlignedIds = createSelector([selectAligned], (aligned) => aligned.map(({ id }) => id));

/** The steps that the reader moves along in the comparison, and the one that is shown. */
export const selectWay = createSelector(
  [selectAlignedIds, selectModel, (state: Compared) => state.position],
  (steps, model, position) => ({ steps, index: indexOf({ steps, model }, position) }),
);

/** What one run shows at the step of all, and whether it waits there. */
export interface RunFrame {
  readonly frame: Frame;
  readonly waiting: boolean;
}

/** A frame in which nothing happens: what a run shows while it waits. */
const atRest = (frame: Frame): Frame => ({
  ...frame,
  step: undefined,
  places: new Map(Array.from(frame.places, ([key, place]) => [key, { ...place, mark: undefined }])),
});

/** Where each run stands. */
export const selectRunFrames = createSelector(
  [selectRuns, selectAligned, selectWay],
  (runs, aligned, { index }): readonly RunFrame[] =>
    runs.map(({ trace }, i) => {
      const step = aligned[index - 1];
      const frame = frameAt(trace, step ? step.done[i]! : 0);
      const waiting = step?.waiting[i] ?? false;
      return { frame: waiting ? atRest(frame) : frame, waiting };
    }),
);

tryIn('compare', selectRunFrames);

/** Moves along the steps of the comparison. */
export const compareMoves = movesAlong(selectWay);
