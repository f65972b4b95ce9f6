import { alignedBytes, type MemoryLine } from '../compare/memory';
import { keepRuleNames } from '../core/model/keep-rules';
import { canFuse, isFused, labelsFuse, sizesOf, withLayers } from '../core/model/model';
import { dryRun } from '../core/pass/dry-run';
import { frameAt } from '../core/pass/frame';
import { movedTensors } from '../core/pass/moved';
import { record } from '../core/pass/record';
import type { Trace } from '../core/pass/trace';
import type { Choice } from './choice/choice';
import { createModelOf } from './choice/model-of';
import { createSelector, perStore } from './create-selector';
import { indexOf, type Position } from './position';
import { type Sharing, scalesOf } from './scales';
import { tamperingOf } from './what-if/tampering';

/*
 * Everything that follows from what the user chose. Each is worked out once per change of what it depends on.
 */

/** The model that is shown. */
export const selectModel = perStore(() => {
  const modelOf = createModelOf();
  return ({ choice }: { readonly choice: Choice }) => modelOf(choice);
});

/** Whether its way back can begin with dZ[L] at once. */
export const selectCanFuse = createSelector([selectModel], (model) => canFuse(model) && labelsFuse(model));

/** Whether it does. */
export const selectIsFused = createSelector([selectModel], isFused);

/** The log of its pass. */
export const selectUntouched = createSelector([selectModel], (model) => record(model));

/** The cells of its caches that were changed by hand. */
export const selectTampering = createSelector(
  [selectModel, ({ choice }: { readonly choice: Choice }) => choice.tampered],
  (model, changes = []) => tamperingOf(changes, sizesOf(model)),
);

/** The log of the pass that is shown: with the caches as they were changed by hand, if they were. */
export const selectTrace = createSelector([selectUntouched, selectTampering], (untouched, tampering) =>
  tampering.length === 0 ? untouched : record(untouched.model, undefined, tampering),
);

/** What the changes by hand moved of the way back. */
export const selectMoved = createSelector([selectTrace, selectUntouched], movedTensors);

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
  layer: createSelector([selectUntouched], (trace) => scalesOf([trace], 'layer')),
  network: createSelector([selectUntouched], (trace) => scalesOf([trace], 'network')),
} satisfies Record<Sharing, unknown>;

/** The bytes held over the steps under each keep rule, were it set on every layer. */
export const selectMemoryLines = createSelector([selectUntouched], (trace: Trace): readonly MemoryLine[] =>
  keepRuleNames.map((rule) => {
    const model = withLayers(trace.model, () => ({ keep: rule }));
    return { rule, bytes: alignedBytes(trace, dryRun(model)) };
  }),
);
