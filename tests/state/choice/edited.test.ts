import { describe, expect, it } from 'vitest';
import { type Choice, choiceOfFile, firstChoice, storedChoice } from '../../../src/state/choice/choice';
import { readEdited } from '../../../src/state/choice/edited';
import {
  addLayer,
  type Edit,
  removeLayer,
  setActivation,
  setAllKeeps,
  setAlpha,
  setData,
  setDropout,
  setExamples,
  setInit,
  setPrecision,
  setUnits,
} from '../../../src/state/choice/edits';
import { readChoice } from '../../../src/state/choice/read';
import { changeCell, makeUnrelated } from '../../../src/state/what-if/edits';
import { plainFile, reading } from '../../formats/files';

const opened = choiceOfFile(reading(plainFile()));
const withCaches: Choice = {
  ...firstChoice,
  tampered: [{ tensor: 'Z1', given: Array.from({ length: 4 }, () => Array(8).fill(1)) }],
};

const edits: Readonly<Record<string, Edit>> = {
  units: setUnits(1, 7),
  'no unit': setUnits(1, 0),
  'half a unit': setUnits(1, 2.5),
  'another last layer': (choice) => setUnits(choice.layers.length, 9)(choice),
  activation: setActivation(1, 'elu'),
  alpha: setAlpha(1, Number.NaN),
  keep: setAllKeeps('none'),
  'a layer more': addLayer,
  'a layer fewer': removeLayer(1),
  data: setData('iris'),
  examples: setExamples(9),
  'too many examples': setExamples(1e9),
  seed: setInit({ seed: -1 }),
  precision: setPrecision('float64'),
  dropout: setDropout(1, { keep_prob: 2, keep: 'mask', seed: 1 }),
  'a cell': changeCell({ tensor: 'A0', row: 0, col: 0 }, 3),
  'a cell in what a file gave': changeCell({ tensor: 'Z1', row: 0, col: 0 }, 3),
  'other numbers': makeUnrelated('Z1', 2),
  'a cell of nothing': changeCell({ tensor: 'W9', row: 0, col: 0 }, 3),
};

describe('an edited choice', () => {
  it.each(Object.entries(edits))(
    'is read after another value of %s as if all of it came from outside',
    (_, edit) => {
      for (const before of [firstChoice, opened, withCaches]) {
        const after = edit(before);
        expect(readEdited(after, before)).toEqual(readChoice(storedChoice(after)));
      }
    },
  );

  it('is not looked through for the data that the edit left alone, and keeps it as it is', () => {
    if (!('X' in opened.data)) throw new Error('its data came in a file');
    const unread = new Proxy([] as number[], {
      get() {
        throw new Error('a row of data was read');
      },
    });
    const { X } = opened.data;
    const before = { ...opened, data: { ...opened.data, X: [X[0]!, unread] } };
    const read = readEdited(setAllKeeps('A')(before), before);
    expect(read.ok && read.value.data).toBe(before.data);
  });
});
