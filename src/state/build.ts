import { fromRows } from '../core/matrix';
import type { Model } from '../core/model';
import { drawParameters } from '../data/parameters';
import { drawData } from '../data/sets';
import { type Choice, isOpened, sizesOfChoice } from './choice';

/** The model that a choice stands for: data and parameters drawn from the seed, or those of the opened file. */
export function modelOf(choice: Choice): Model {
  const { layers, loss, precision, init, data } = choice;
  const { X, Y } = isOpened(data) ? data : drawData(data.set, data.m, init.seed);
  const given = isOpened(data) ? data.parameters : undefined;
  return {
    precision,
    layers,
    loss,
    X: fromRows(X, precision),
    Y: fromRows(Y, precision),
    parameters: drawParameters(sizesOfChoice(choice), init, precision, given),
  };
}
