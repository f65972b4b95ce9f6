import { compareExpected, type Expected } from '../core/checks/expected';
import { fromRows } from '../core/matrix';
import { rowsOf } from '../formats/model-file';
import { createSelector } from './create-selector';
import { expectationOf } from './expectations';
import { selectTrace } from './selectors';
import type { State } from './store';

const selectData = (state: Pick<State, 'choice'>) => state.choice.data;
const selectExpectations = (state: Pick<State, 'expectations'>) => state.expectations;

/** What the file that the data came in expects of a pass; undefined where it came in none, or expects nothing. */
export const selectExpected = createSelector(
  [selectData, selectExpectations],
  (data, expectations): Expected | undefined => {
    const entries = Object.entries(expectationOf(expectations, data)?.tensors ?? {});
    if (entries.length === 0) return undefined;
    return new Map(entries.map(([name, value]) => [name, fromRows(rowsOf(value), 'float64')]));
  },
);

/** How the pass that is shown compares with what its file expects. */
export const selectExpectedReport = createSelector(
  [selectTrace, selectExpected],
  (trace, expected) => expected && compareExpected(trace, expected),
);
