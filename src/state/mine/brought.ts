import { parseName, spoken } from '../../core/model/names';
import { broughtOf, type Placed } from '../../formats/arrays/brought';
import { listed } from '../../formats/meant/raw';
import { type Choice, nameOf } from '../choice/choice';
import { createSelector } from '../create-selector';
import { selectExpectation, selectExpectedBefore } from '../opening/expected';
import type { State } from '../state';
import type { Mine } from './mine';
import { isSameNetwork } from './same-network';

/** The arrays that somebody brought, by the tensors that they are, and those that could not be placed. */
export interface Brought extends Placed {
  /** The files that it came in. */
  readonly sources: readonly string[];
  /** The network's data among it: X, Y and parameters. */
  readonly data: readonly string[];
  /** What was read as something else, in sentences. */
  readonly remarks: readonly string[];
}

type Checked = Pick<State, 'choice' | 'mine' | 'expectations'>;

const layersOf = ({ choice }: { readonly choice: Choice }) => choice.layers.length;

/** Arrays that are of another network than the one that is open: nothing is said of them. */
export interface Stray {
  /** The files that they came in. */
  readonly sources: readonly string[];
  /** The network that they are of. */
  readonly to: Choice;
  /** Whether the reader brought them, or the file of the model expects them. */
  readonly isBrought: boolean;
}

/** What stands aside: arrays that were brought while another network was open, or what the model's file expects of another. */
export const selectStray = createSelector(
  [({ mine }: Checked) => mine, ({ choice }: Checked) => choice, selectExpectedBefore],
  (mine, choice, before): Stray | undefined => {
    if (!mine) return before && { sources: before.sources, to: before.of, isBrought: false };
    const { sources, to } = mine;
    return isSameNetwork(to, choice) ? undefined : { sources, to, isBrought: true };
  },
);

/**
 * What is checked: the arrays that were brought for the network that is open, or what the file of the model expects;
 * undefined where there are none.
 */
export const selectBrought = createSelector(
  [
    ({ mine }: Checked) => mine,
    selectStray,
    selectExpectation,
    layersOf,
    ({ choice }: Checked) => nameOf(choice),
  ],
  (mine, stray, expected, layers, open): Brought | undefined => {
    if (stray) return undefined;
    if (mine)
      return withComparison(withoutData(broughtOf(mine.arrays, layers, mine.chosen), mine, layers), open);
    if (!expected) return undefined;
    return withoutData(broughtOf(expected.tensors, layers), { ...expected, remarks: [] }, layers);
  },
);

/** Says first which pass they are compared with: it is called as it is now, and not as it was when they came. */
const withComparison = (brought: Brought, open: string): Brought => {
  const names = Array.from(brought.tensors.keys(), spoken);
  if (names.length === 0) return brought;
  const sentence = `The pass of "${open}", which is open, is compared with your ${listed(names)}.`;
  return { ...brought, remarks: [sentence, ...brought.remarks] };
};

/** The kinds that are not results of a pass, but its inputs. */
const given: ReadonlySet<string> = new Set(['Y', 'W', 'b', 'gamma', 'beta']);

const isData = (name: string): boolean => name === 'A0' || given.has(parseName(name).kind);

function withoutData(
  { tensors, unplaced }: Placed,
  { sources, remarks }: Pick<Mine, 'sources' | 'remarks'>,
  layers: number,
): Brought {
  const names = [...tensors.keys()];
  const beyond = names.filter((name) => parseName(name).layer > layers);
  return {
    sources,
    remarks,
    data: names.filter(isData),
    tensors: new Map([...tensors].filter(([name]) => !isData(name) && !beyond.includes(name))),
    unplaced: [...unplaced, ...beyond],
  };
}
