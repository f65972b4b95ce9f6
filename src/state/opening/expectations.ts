import type { ModelFile } from '../../formats/model/model-file-schema';
import type { Choice } from '../choice/choice';
import { isSameNetwork } from '../mine/same-network';

/** What is expected of a pass, and the files that it came in. */
export interface Expectation {
  readonly tensors: NonNullable<ModelFile['expected']>;
  readonly sources: readonly string[];
}

/** What is expected of the passes of a network. */
export interface Remembered extends Expectation {
  readonly of: Choice;
}

/** What is expected of a pass that came in no file. */
export const nothing: Expectation = { tensors: {}, sources: [] };

/** How many files' expectations are remembered. */
const MOST = 4;

/** The expectations that are remembered once a file has been opened, the newest first. A file without any expects nothing. */
export const remembered = (
  known: readonly Remembered[],
  of: Choice,
  { tensors, sources }: Expectation,
): readonly Remembered[] => [{ of, tensors, sources }, ...known].slice(0, MOST);

/** What is expected of a network; undefined where nothing is remembered of it. */
export function expectationOf(known: readonly Remembered[], choice: Choice): Remembered | undefined {
  const same = known.filter(({ of }) => isSameNetwork(of, choice));
  return same.find(({ of }) => of.data === choice.data) ?? same[0];
}
