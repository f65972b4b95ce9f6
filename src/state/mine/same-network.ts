import { areAlike, type Choice, isOpened, sizesOfChoice } from '../choice/choice';
import type { Opened } from '../choice/schema';

type Rows = readonly (readonly number[])[];

const sameRows = (a: Rows | undefined, b: Rows | undefined): boolean =>
  a === b ||
  (a?.length === b?.length &&
    a!.every((row, i) => row.length === b![i]!.length && row.every((x, j) => Object.is(x, b![i]![j]))));

/** Whether two opened data have the same numbers: out of the browser's history they come as other objects. */
function isSameOpened(a: Opened, b: Opened): boolean {
  const names = new Set([a, b].flatMap(({ parameters = {} }) => Object.keys(parameters)));
  return (
    a.name === b.name &&
    sameRows(a.X, b.X) &&
    sameRows(a.Y, b.Y) &&
    [...names].every((name) => sameRows(a.parameters?.[name], b.parameters?.[name]))
  );
}

/** Whether data is the same: drawn alike, or opened, as one object or with the same numbers. */
const isSameData = (a: Choice['data'], b: Choice['data']): boolean =>
  a === b || (isOpened(a) ? isOpened(b) && isSameOpened(a, b) : areAlike(a, b));

/**
 * Whether two choices are one network, over the same data and with the same parameters. Its activations, its loss and its
 * rules may differ: who brings arrays may have to set these right for them.
 */
export const isSameNetwork = (a: Choice, b: Choice): boolean =>
  areAlike(sizesOfChoice(a), sizesOfChoice(b)) && areAlike(a.init, b.init) && isSameData(a.data, b.data);
