import { alignedBytes, type MemoryLine } from '../compare/memory';
import { sharedWith } from '../compare/sharing';
import { keepRuleNames } from '../core/model/keep-rules';
import { canFuse, isFused, labelsFuse, sizesOf, withLayers } from '../core/model/model';
import { dryRun } from '../core/pass/dry-run';
import { frameAt } from '../core/pass/frames/frame';
import { record } from '../core/pass/record';
import type { Trace } from '../core/pass/trace';
import { movedTensors } from '../core/pass/what-if/moved';
import { createModelOf } from './choice/model-of';
import { createSelector, perStore, remembering } from './create-selector';
import { type Chosen, givenOf, type Prepared } from './passes/given';
import { indexOf, type Position } from './position';
import { type Scales, type Sharing, scalesOf } from './scales';
import { OWN, type Shown } from './shown/view';
import { tamperingOf } from './what-if/tampering';

/*
 * Everything that follows from what the user chose. Each is worked out once per change of what it depends on.
 */

/** Takes what another thread computed for a choice; else computes it. */
const unlessGiven =
  <P extends Exclude<keyof Prepared, 'births' | 'byKeys'>>(part: P, work: (state: Chosen) => Prepared[P]) =>
  (state: Chosen): Prepared[P] =>
    givenOf(state)?.pass[part] ?? work(state);

/** The model that is shown. */
export const selectModel = perStore(() => {
  const modelOf = createModelOf();
  return (state: Chosen) => givenOf(state)?.pass.untouched.model ?? modelOf(state.choice);
});

/** Whether its way back can begin with dZ[L] at once. */
export const selectCanFuse = createSelector([selectModel], (model) => canFuse(model) && labelsFuse(model));

/** Whether it does. */
export const selectIsFused = createSelector([selectModel], isFused);

/** The function that is called with each step as it is computed. */
export const selectOnStep = ({ memory }: Chosen) => memory?.onStep;

/** The log of its pass. What has the same numbers as in the pass before is the same matrix, so that nothing is drawn anew for it. */
export const selectUntouched = unlessGiven(
  'untouched',
  perStore(() => {
    let last: Trace | undefined;
    const selectPass = remembering([selectModel, selectOnStep], (model, onStep) => {
      last = record(model, onStep, [], sharedWith(last ? [last] : []));
      return last;
    });
    return (state: Chosen): Trace => selectPass(state);
  }),
);

/** The cells of its caches that were changed by hand. */
export const selectTampering = createSelector(
  [selectModel, ({ choice }: Chosen) => choice.tampered],
  (model, changes = []) => tamperingOf(changes, sizesOf(model)),
);

/** The log of the pass that is shown: with the caches as they were changed by hand, if they were. */
export const selectTrace = unlessGiven(
  'trace',
  createSelector([selectUntouched, selectTampering, selectOnStep], (untouched, tampering, onStep) =>
    tampering.length === 0 ? untouched : record(untouched.model, onStep, tampering, sharedWith([untouched])),
  ),
);

/** What the changes by hand moved of the way back. */
export const selectMoved = unlessGiven('moved', createSelector([selectTrace, selectUntouched], movedTensors));

const selectPosition = (state: { readonly position: Position }) => state.position;

/** The number of the step that is shown. */
export const selectIndex = createSelector([selectTrace, selectPosition], indexOf);

/** What exists at that step. */
export const selectFrame = createSelector([selectTrace, selectIndex], frameAt);

/**
 * The colour scales, of each layer's own or shared by all: a function of the whole trace, so that a colour keeps its
 * meaning from step to step, cells changed by hand or not.
 */
export const selectScales = {
  layer: scalesShared('layer'),
  network: scalesShared('network'),
} satisfies Record<Sharing, unknown>;

function scalesShared(sharing: Sharing): (state: Chosen) => Scales {
  const work = createSelector([selectUntouched], (trace) => scalesOf([trace], sharing));
  return (state) => givenOf(state)?.pass.scales[sharing] ?? work(state);
}

/** The bytes held over the steps under each keep rule, were it set on every layer. */
export const selectMemoryLines = unlessGiven(
  'memoryLines',
  createSelector([selectUntouched], (trace: Trace): readonly MemoryLine[] =>
    keepRuleNames.map((rule) => {
      const model = withLayers(trace.model, () => ({ keep: rule }));
      return { rule, bytes: alignedBytes(trace, dryRun(model)) };
    }),
  ),
);

const selectExploring = ({ exploring }: Pick<Shown, 'exploring'>) => exploring;

/** What is looked at among the activations: what was picked, else the activation of the layer that the step belongs to. */
export const selectExplored = createSelector(
  [selectExploring, selectModel, selectFrame],
  ({ activation, layer }, { layers }, { step }) => {
    if (activation !== undefined) return { activation, layer: Math.min(layer, layers.length) };
    const current = step?.layer ?? 1;
    const of = layers[current - 1]!;
    return { activation: of.own ? OWN : of.activation, layer: current };
  },
);
