import { compareExpected, type Expected } from '../../core/checks/expected/expected';
import { fromRows } from '../../core/math/matrix';
import type { Came } from '../../formats/exports';
import { rowsOf } from '../../formats/model/rows-schema';
import { createSelector } from '../create-selector';
import { selectTrace } from '../selectors';
import type { State } from '../state';
import { expectationOf } from './expectations';

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

/** What came in the file of the data beside the model: what it expects, and what it gives for the caches. */
export function cameWith({ choice, expectations }: Pick<State, 'choice' | 'expectations'>): Came {
  const { tensors = {} } = expectationOf(expectations, choice.data) ?? {};
  const caches = (choice.tampered ?? []).flatMap((change) =>
    'given' in change ? [[change.tensor, change.given] as const] : [],
  );
  return {
    ...(Object.keys(tensors).length > 0 && { expected: tensors }),
    ...(caches.length > 0 && { caches: Object.fromEntries(caches) }),
  };
}

/** How the pass that is shown compares with what its file expects. */
export const selectExpectedReport = createSelector(
  [selectTrace, selectExpected],
  (trace, expected) => expected && compareExpected(trace, expected),
);
