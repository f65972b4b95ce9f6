import { parseName } from '../../core/model/names';
import { broughtOf, type Placed } from '../../formats/arrays/brought';
import type { Choice } from '../choice/choice';
import { createSelector } from '../create-selector';
import { expectationOf } from '../opening/expectations';
import type { State } from '../state';
import type { Mine } from './mine';

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
const expectedOf = ({ choice, expectations }: Checked) => expectationOf(expectations, choice.data)?.tensors;

/** What is checked: the arrays that were brought, or what the file of the model expects; undefined where there are none. */
export const selectBrought = createSelector(
  [({ mine }: Checked) => mine, expectedOf, layersOf],
  (mine, expected, layers): Brought | undefined => {
    if (mine) return withoutData(broughtOf(mine.arrays, layers, mine.chosen), mine, layers);
    if (!expected || Object.keys(expected).length === 0) return undefined;
    return withoutData(broughtOf(expected, layers), ofModel, layers);
  },
);

/** Where arrays come from that came with the model. */
const ofModel = { sources: ['what the file of the model expects'], remarks: [] };

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
