import { shallow } from 'zustand/shallow';
import { fromRows } from '../../core/math/matrix';
import { labelsFuse, type Model } from '../../core/model/model';
import { drawParameters } from '../../data/parameters';
import { drawData } from '../../data/sets';
import { remembering } from '../create-selector';
import { type Choice, isOpened, sizesOfChoice } from './choice';

const dataOf = ({ data }: Choice) => data;
const precisionOf = ({ precision }: Choice) => precision;
const initOf = ({ init }: Choice) => init;

const givenOf = ({ data }: Choice) => (isOpened(data) ? data.parameters : undefined);

/** The layers with batch norm, counted from 1. */
const normalisedOf = ({ layers }: Choice) =>
  layers.flatMap(({ batch_norm }, i) => (batch_norm ? [i + 1] : []));

/** The same list as long as what stands in it is the same. */
const shallowly = { memoizeOptions: { resultEqualityCheck: shallow } };

/**
 * What makes the model that a choice stands for: data and parameters drawn from the seed, or those of the opened file.
 * It remembers the last one: what a change leaves alone of the data and the parameters is the same object as before.
 */
export function createModelOf(): (choice: Choice) => Model {
  const whole = (choice: Choice) => choice;
  const unitsOf = remembering([whole], (choice) => sizesOfChoice(choice).units, shallowly);
  const rowsOf = remembering([dataOf, ({ init }: Choice) => init.seed], (data, seed) =>
    isOpened(data) ? data : drawData(data.set, data.m, seed),
  );
  const examplesOf = remembering(
    [(choice: Choice) => rowsOf(choice).X, (choice: Choice) => rowsOf(choice).Y, precisionOf],
    (X, Y, precision) => ({ X: fromRows(X, precision), Y: fromRows(Y, precision) }),
  );
  const parametersOf = remembering(
    [unitsOf, initOf, precisionOf, givenOf, remembering([whole], normalisedOf, shallowly)],
    (units, init, precision, given, normalised) =>
      // How many examples there are has no part in the shapes of parameters.
      drawParameters({ units, m: 1 }, init, precision, given, normalised),
  );
  return remembering(
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
}

/** The model that a choice stands for, worked out by nothing but it. */
export const modelOf = (choice: Choice): Model => createModelOf()(choice);
