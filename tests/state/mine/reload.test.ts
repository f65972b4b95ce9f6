// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { selectBrought } from '../../../src/state/mine/brought';
import { plainFile } from '../../formats/files';
import { drawn, initial, reload, store, visit } from '../browser';

const { open } = initial;

const sources = () => selectBrought(store.getState())?.sources;

/** The page with some files open, and then again after a reload. */
async function reloadedWith(...files: readonly File[]): Promise<void> {
  visit();
  for (const file of files) await open(file);
  await drawn();
  reload();
  await expect.poll(sources).toBeDefined();
}

const cost = new File(['{"cost": 0.5}'], 'cost.json');
const model = new File([JSON.stringify(plainFile({ expected: { cost: 1 } }))], 'model.json');
const network = new File(
  ['{"X": [[1, 2], [3, 4]], "Y": [[0, 1]], "W1": [[1, 1]], "b1": [[0]], "cost": 0.5}'],
  'network.json',
);
const plainModel = new File([JSON.stringify(plainFile({}))], 'model.json');

describe('after a reload, what is checked is told to have come in', () => {
  it.each([
    ['the file that arrays came in', [cost], ['cost.json']],
    [
      'both, where a second file brought more',
      [cost, new File(['{"db1": [[1], [2], [3], [4]]}'], 'db.json')],
      ['cost.json', 'db.json'],
    ],
    ['the file of the model, where that expects it', [model], ['model.json']],
    ['both, where arrays came beside that', [model, cost], ['model.json', 'cost.json']],
    ['the arrays alone, where the model expects nothing', [plainModel, cost], ['cost.json']],
    ['a file of arrays that were a network of their own', [network], ['network.json']],
  ])('%s', async (_, files, told) => {
    await reloadedWith(...files);
    expect(sources()).toEqual(told);
  });
});
