import { type AlignedStep, align } from '../compare/alignment';
import { type Frame, frameAt } from '../core/pass/frame';
import { tryIn } from './address/trial';
import { createSelector } from './create-selector';
import { movesAlong } from './moves';
import type { PreparedComparison } from './passes/given';
import { indexOf } from './position';
import { type Compared, comparisonOf, type RunOf, selectRuns } from './runs';
import { type Scales, type Sharing, scalesOf } from './scales';
import { selectModel } from './selectors';

/** The colour scales of all lanes, so that a colour means the same in each. */
export const selectLaneScales = {
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

/** All of a comparison that takes long to work out where a model is large, as it travels to another thread. */
export const preparedComparison = (state: Compared): PreparedComparison<RunOf> => ({
  lanes: state.comparing.lanes,
  runs: selectRuns(state).map(({ plan, ...run }) => run),
  scales: { layer: selectLaneScales.layer(state), network: selectLaneScales.network(state) },
});

/** The steps of all lanes, laid along each other. */
export const selectAligned = createSelector([selectRuns], (runs): readonly AlignedStep[] =>
  align(runs.map(({ trace }) => trace)),
);

const selectAlignedIds = createSelector([selectAligned], (aligned) => aligned.map(({ id }) => id));

/** The steps that the reader goes along in the comparison, and which of them is shown. */
export const selectWay = createSelector(
  [selectAlignedIds, selectModel, (state: Compared) => state.position],
  (steps, model, position) => ({ steps, index: indexOf({ steps, model }, position) }),
);

/** What one lane shows at the step of all, and whether it waits there. */
export interface LaneFrame {
  readonly frame: Frame;
  readonly waiting: boolean;
}

/** A frame in which nothing happens: what a lane shows while it waits. */
const atRest = (frame: Frame): Frame => ({
  ...frame,
  step: undefined,
  places: new Map(Array.from(frame.places, ([key, place]) => [key, { ...place, mark: undefined }])),
});

/** Where each lane stands. */
export const selectLaneFrames = createSelector(
  [selectRuns, selectAligned, selectWay],
  (runs, aligned, { index }): readonly LaneFrame[] =>
    runs.map(({ trace }, lane) => {
      const step = aligned[index - 1];
      const frame = frameAt(trace, step ? step.done[lane]! : 0);
      const waiting = step?.waiting[lane] ?? false;
      return { frame: waiting ? atRest(frame) : frame, waiting };
    }),
);

tryIn('compare', selectLaneFrames);

/** Moves along the steps of the comparison. */
export const compareMoves = movesAlong(selectWay);
