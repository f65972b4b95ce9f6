import { createSelector } from 'reselect';
import { type Frame, frameAt } from '../core/frame';
import { keepRuleNames } from '../core/keep-rules';
import { record } from '../core/record';
import { rehearse } from '../core/rehearsal';
import type { Trace } from '../core/trace';

import { modelOf } from './build';
import { alignedBytes, type MemoryLine } from './memory';
import { indexOf } from './position';
import { scalesOf } from './scales';
import type { State } from './store';

/*
 * Everything that follows from what the user chose. Each is worked out once per change of what it depends on.
 */

const selectChoice = (state: Pick<State, 'choice'>) => state.choice;

export const selectModel = createSelector([selectChoice], modelOf);

export const selectTrace = createSelector([selectModel], record);

export const selectIndex = (state: Pick<State, 'choice' | 'position'>): number =>
  indexOf(selectTrace(state), state.position);

export const selectFrame = (state: Pick<State, 'choice' | 'position'>): Frame =>
  frameAt(selectTrace(state), selectIndex(state));

/** The largest magnitude of each kind of tensor in the whole trace, so that a colour keeps its meaning. */
export const selectScales = createSelector([selectTrace], scalesOf);

/** The bytes held over the steps under each keep rule, were it set on every layer. */
export const selectMemoryLines = createSelector([selectTrace], (trace: Trace): readonly MemoryLine[] =>
  keepRuleNames.map((rule) => {
    const layers = trace.model.layers.map((layer) => ({ ...layer, keep: rule }));
    return { rule, bytes: alignedBytes(trace, rehearse({ ...trace.model, layers })) };
  }),
);
