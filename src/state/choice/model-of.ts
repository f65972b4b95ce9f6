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

/** The same list object as long as its items are the same. */
const shallowly = { memoizeOptions: { resultEqualityCheck: shallow } };

/**
 * Returns a function that makes the model of a choice: with data and parameters drawn from the seed, or those of the opened
 * file. It remembers the last model: data and parameters that a change leaves alone are the same objects as before.
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
      // The shapes of parameters do not depend on how many examples there are.
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

/** The model of a choice, made anew. */
export const modelOf = (choice: Choice): Model => createModelOf()(choice);
