import { frameAt } from '../core/frame';
import { keepRuleNames } from '../core/keep-rules';
import { record } from '../core/record';
import { rehearse } from '../core/rehearsal';
import type { Trace } from '../core/trace';
import { modelOf } from './build';
import { createSelector } from './create-selector';
import { alignedBytes, type MemoryLine } from './memory';
import { indexOf } from './position';
import { scalesOf } from './scales';
import type { State } from './store';

/*
 * Everything that follows from what the user chose. Each is worked out once per change of what it depends on.
 */

/** The model that is shown. */
export const selectModel = (state: Pick<State, 'choice'>) => modelOf(state.choice);

/** The log of its pass. */
export const selectTrace = createSelector([selectModel], record);

const selectPosition = (state: Pick<State, 'position'>) => state.position;

/** The number of the step that is shown. */
export const selectIndex = createSelector([selectTrace, selectPosition], indexOf);

/** What exists at that step. */
export const selectFrame = createSelector([selectTrace, selectIndex], frameAt);

/** The largest magnitude of each kind of tensor in the whole trace, so that a colour keeps its meaning. */
export const selectScales = createSelector([selectTrace], scalesOf);

/** The bytes held over the steps under each keep rule, were it set on every layer. */
export const selectMemoryLines = createSelector([selectTrace], (trace: Trace): readonly MemoryLine[] =>
  keepRuleNames.map((rule) => {
    const layers = trace.model.layers.map((layer) => ({ ...layer, keep: rule }));
    return { rule, bytes: alignedBytes(trace, rehearse({ ...trace.model, layers })) };
  }),
);
