import type { ModelFile } from '../../formats/model/model-file-schema';
import { type Choice, isOpened } from '../choice/choice';
import type { Opened } from '../choice/schema';

/** What is expected of a pass, and the files that it came in. */
export interface Expectation {
  readonly tensors: NonNullable<ModelFile['expected']>;
  readonly sources: readonly string[];
}

/** What is expected of a pass over some data. */
export interface Remembered extends Expectation {
  readonly of: Choice['data'];
}

/** What is expected of a pass that came in no file. */
export const nothing: Expectation = { tensors: {}, sources: [] };

/** How many files' expectations are remembered. */
const MOST = 4;

/** The expectations that are remembered once a file has been opened, the newest first. A file without any expects nothing. */
export const remembered = (
  known: readonly Remembered[],
  of: Choice['data'],
  { tensors, sources }: Expectation,
): readonly Remembered[] => [{ of, tensors, sources }, ...known].slice(0, MOST);

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

/** Whether data is what was opened then: the same object, or one with the same numbers. */
export const isSameData = (a: Choice['data'], b: Choice['data']): boolean =>
  a === b || (isOpened(a) && isOpened(b) && isSameOpened(a, b));

/** What the file that data came in expects; undefined where none is remembered. */
export const expectationOf = (known: readonly Remembered[], data: Choice['data']): Remembered | undefined =>
  known.find(({ of }) => of === data) ?? known.find(({ of }) => isSameData(of, data));
