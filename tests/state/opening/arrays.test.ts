import { describe, expect, it } from 'vitest';
import { usualNorm } from '../../../src/core/model/regularisation';
import { setBatchNorm } from '../../../src/state/choice/edits';
import { createStore } from '../../../src/state/store';
import { mistakes, openedFile } from '../../mistakes/files';

const text = (arrays: unknown) => new File([JSON.stringify(arrays)], 'mine.json');

const rows = (count: number, length: number) =>
  Array.from({ length: count }, (_, i) => Array.from({ length }, (_, j) => i - j / 2));

/** What the page says once files were opened one after the other on a network 2-4-3-1 with 8 examples. */
async function saidAfter(...files: readonly File[]) {
  const { getState } = createStore();
  for (const each of files) await getState().open(each);
  return getState();
}

describe('arrays of quite another network', () => {
  it.each(mistakes.map(([name]) => name))(
    'are refused, though the cost fits any and a few fit by chance: %s',
    async (name) => {
      const { mine, notice } = await saidAfter(openedFile(name, 'npz'));
      expect(mine).toBeUndefined();
      expect(notice).toMatch(
        /^\S+ was not opened\. Its arrays do not fit "2-4-3-1 flowers", which is open: \S+ has shape \(\d+, \d+\); expected \(\d+, \d+\).+ Open their model first/,
      );
    },
  );

  it('are so where a bias among them fits, which would be the network’s', async () => {
    const { choice, mine } = await saidAfter(
      text({ W1: rows(5, 7), dW1: rows(5, 7), b3: [[0.5]], db3: [[1]] }),
    );
    expect(mine).toBeUndefined();
    expect(choice.data).not.toHaveProperty('parameters');
  });
});

describe('arrays of the network that is open', () => {
  it.each(mistakes.map(([name]) => name))(
    'are held against it, whatever is wrong with them: %s',
    async (name) => {
      const { mine } = await saidAfter(openedFile(name, 'json'), openedFile(name, 'npz'));
      expect(mine?.sources).toEqual([`${name}.npz`]);
    },
  );

  it('are so where every sum is taken over the wrong axis, or nothing but single numbers came', async () => {
    const sums = { dW1: rows(4, 2), db1: rows(1, 8), db2: rows(1, 8), db3: rows(1, 8) };
    expect((await saidAfter(text(sums))).mine).toBeDefined();
    expect((await saidAfter(text({ cost: 0.5, db1: 2, db2: 1 }))).mine).toBeDefined();
  });

  it('are refused where a gamma or a beta tells of batch norm that its layer has not, and are told what to do', async () => {
    const gamma = text({ gamma1: rows(4, 1), beta3: rows(1, 1), dZ1: rows(4, 8) });
    const { mine, notice } = await saidAfter(gamma);
    expect(mine).toBeUndefined();
    expect(notice).toBe(
      'mine.json was not opened. gamma[1] and beta[3] tell that your layers 1 and 3 have batch norm, and in "2-4-3-1 flowers", which is open, they have none: the numbers would be others. Give these layers batch norm and bring the arrays again, or bring X, Y and all W and b with them. The page still shows "2-4-3-1 flowers".',
    );
  });

  it('are held against it with a gamma, once its layer has batch norm', async () => {
    const { getState } = createStore();
    getState().show(setBatchNorm(1, usualNorm)(getState().choice), 'start');
    await getState().open(text({ gamma1: rows(4, 1), dZ1: rows(4, 8) }));
    expect(Object.keys(getState().mine!.arrays)).toEqual(['gamma1', 'dZ1']);
  });
});
