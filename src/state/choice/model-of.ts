import { shallow } from 'zustand/shallow';
import { fromRows } from '../../core/math/matrix';
import { labelsFuse, type Model } from '../../core/model/model';
import { drawParameters } from '../../data/parameters';
import { drawData } from '../../data/sets';
import { createSelector } from '../create-selector';
import { type Choice, isOpened, sizesOfChoice } from './choice';

const dataOf = ({ data }: Choice) => data;
const precisionOf = ({ precision }: Choice) => precision;
const initOf = ({ init }: Choice) => init;

const givenOf = ({ data }: Choice) => (isOpened(data) ? data.parameters : undefined);

/** n_0 … n_L, the same list as long as the numbers are the same. */
const unitsOf = createSelector([(choice: Choice) => choice], (choice) => sizesOfChoice(choice).units, {
  memoizeOptions: { resultEqualityCheck: shallow },
});

const rowsOf = createSelector([dataOf, ({ init }: Choice) => init.seed], (data, seed) =>
  isOpened(data) ? data : drawData(data.set, data.m, seed),
);

const examplesOf = createSelector(
  [(choice: Choice) => rowsOf(choice).X, (choice: Choice) => rowsOf(choice).Y, precisionOf],
  (X, Y, precision) => ({ X: fromRows(X, precision), Y: fromRows(Y, precision) }),
);

/** The layers with batch norm, counted from 1; the same list as long as they are the same. */
const normalisedOf = createSelector(
  [({ layers }: Choice) => layers],
  (layers) => layers.flatMap(({ batch_norm }, i) => (batch_norm ? [i + 1] : [])),
  { memoizeOptions: { resultEqualityCheck: shallow } },
);

const parametersOf = createSelector(
  [unitsOf, initOf, precisionOf, givenOf, normalisedOf],
  (units, init, precision, given, normalised) =>
    // How many examples there are has no part in the shapes of parameters.
    drawParameters({ units, m: 1 }, init, precision, given, normalised),
);

/**
 * The model that a choice stands for: data and parameters drawn from the seed, or those of the opened file. What a
 * change leaves alone of the data and the parameters is the same object as before.
 */
export const modelOf = createSelector(
  [
    precisionOf,
    ({ layers }: Choice) => layers,
    ({ loss }: Choice) => loss,
    ({ output }: Choice) => output,
    examplesOf,
    parametersOf,
  ],
  (precision, layers, loss, output, examples, parameters): Model => ({
    precision,
    layers,
    loss,
    ...(output && labelsFuse({ loss, ...examples }) && { output }),
    ...examples,
    parameters,
  }),
);
