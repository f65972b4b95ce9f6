import { compareExpected, type Expected } from '../../core/checks/expected/expected';
import type { Came } from '../../formats/exports';
import { nameOf } from '../choice/choice';
import { createSelector } from '../create-selector';
import { selectTrace } from '../selectors';
import type { State } from '../state';
import { matricesOf } from './agreement';
import { expectationOf, type Remembered } from './expectations';

type Checked = Pick<State, 'choice' | 'expectations'>;

/** What is expected of the network that is open, and the files that it came in; undefined where that is nothing. */
export const selectExpectation = createSelector(
  [({ choice }: Checked) => choice, ({ expectations }: Checked) => expectations],
  (choice, expectations) => unlessNothing(expectationOf(expectations, choice)),
);

/** What was expected of the network that is open, as it was before its layers or its parameters were others. */
export const selectExpectedBefore = createSelector(
  [({ choice }: Checked) => choice, ({ expectations }: Checked) => expectations],
  (choice, expectations) =>
    expectationOf(expectations, choice)
      ? undefined
      : unlessNothing(expectations.find(({ of }) => nameOf(of) === nameOf(choice))),
);

const unlessNothing = (expectation: Remembered | undefined): Remembered | undefined =>
  expectation && Object.keys(expectation.tensors).length > 0 ? expectation : undefined;

/** What is expected of the pass that is shown, as matrices; undefined where that is nothing. */
export const selectExpected = createSelector(
  [selectExpectation],
  (expectation): Expected | undefined => expectation && matricesOf(expectation.tensors),
);

/** What came in the file of the data beside the model: what it expects, and what it gives for the caches. */
export function cameWith(state: Checked): Came {
  const expected = selectExpectation(state)?.tensors;
  const caches = (state.choice.tampered ?? []).flatMap((change) =>
    'given' in change ? [[change.tensor, change.given] as const] : [],
  );
  return {
    ...(expected && { expected }),
    ...(caches.length > 0 && { caches: Object.fromEntries(caches) }),
  };
}

/** How the pass that is shown compares with what its file expects. */
export const selectExpectedReport = createSelector(
  [selectTrace, selectExpected],
  (trace, expected) => expected && compareExpected(trace, expected),
);
