import { describe, expect, it } from 'vitest';
import { toRows } from '../../src/core/math/matrix';
import { linkOf, readLink } from '../../src/state/address/shared-link';
import { isOpened } from '../../src/state/choice/choice';
import { selectTrace } from '../../src/state/selectors';
import { caseFile, openCases, shownNow, store } from './opened';

const tensor = (name: string) => toRows(selectTrace(store.getState()).buffers.get(name)!);

const turn = (rows: readonly (readonly number[])[]) => rows[0]!.map((_, j) => rows.map((row) => row[j]!));

const product = (A: readonly (readonly number[])[], B: readonly (readonly number[])[]) =>
  A.map((row) => turn(B).map((col) => row.reduce((sum, x, k) => sum + x * col[k]!, 0)));

const jsonOf = async (name: string) => JSON.parse(await caseFile(name).text());

describe('a file whose examples are rows', () => {
  it('gives what softmax(tanh(X @ W1 + b1) @ W2 + b2) gives, as columns', async () => {
    await openCases('06-rows.json');
    const { X, parameters } = await jsonOf('06-rows.json');
    const { W1, b1, W2, b2 } = parameters;
    const plus = (rows: number[][], b: number[][]) => rows.map((row) => row.map((x, j) => x + b[0]![j]!));
    const A1 = plus(product(X, W1), b1).map((row) => row.map(Math.tanh));
    const Z2 = plus(product(A1, W2), b2);
    expect(tensor('A1').flat()).toEqual(
      turn(A1)
        .flat()
        .map((x) => expect.closeTo(x, 12)),
    );
    expect(tensor('Z2').flat()).toEqual(
      turn(Z2)
        .flat()
        .map((x) => expect.closeTo(x, 12)),
    );
  });

  it('is turned when that is asked for where both ways fit, and back', async () => {
    const { X } = await jsonOf('06-rows-square.json');
    const { offer } = await openCases('06-rows-square.json');
    expect(tensor('A0')).toEqual(X);
    await store.getState().open(offer!.file, offer!.how);
    expect(tensor('A0')).toEqual(turn(X));
    const { notice, offer: back } = shownNow();
    expect(notice).toContain('Y');
    expect(back?.label).toBe('Read examples as columns');
    await store.getState().open(back!.file, back!.how);
    expect(tensor('A0')).toEqual(X);
  });
});

describe('caches that belong to no way forward', () => {
  const cases = ['03-right.json', '03-caches.json'];
  it.each(cases)('of %s stand in the caches, and all nine gradients follow from them', async (name) => {
    const { choice, report } = await openCases('03-gradients.json', name);
    expect(choice.tampered?.map((change) => change.tensor)).toEqual(['Z1', 'A1', 'Z2', 'A2']);
    expect(report).toMatchObject({ tensors: 9 });
    expect(report?.wrongCells).toEqual([]);
    expect(report?.misfits).toBeUndefined();
  });

  it('are whole tensors, each one change, and travel in a link', async () => {
    const { choice, position } = await openCases('03-right.json');
    const { hash, whole } = linkOf(choice, position);
    expect(whole).toBe(true);
    expect(readLink(hash).choice.tampered).toEqual(choice.tampered);
  });

  it('are those of the link with sixteen cells changed by hand', async () => {
    await openCases('03-link.txt');
    const byHand = ['dZ2', 'dW1', 'db1', 'dW2'].map(tensor);
    await openCases('03-right.json');
    expect(['dZ2', 'dW1', 'db1', 'dW2'].map(tensor)).toEqual(byHand);
  });

  it('are offered, not taken, where something in the file follows from something wrong: that is a mistake', async () => {
    const right = await jsonOf('01-right.json');
    const { Z1 } = right.expected;
    // Somebody forgot b1 in Z1, and went on from there, forward and back.
    const b1: number[][] = right.parameters.b1;
    const wrong = Z1.map((row: number[], i: number) => row.map((z) => z - b1[i]![0]!));
    const without = {
      ...right,
      parameters: { ...right.parameters, b1: b1.map(() => [0]) },
      expected: undefined,
    };
    await store.getState().open(new File([JSON.stringify(without)], 'wrong.json'));
    expect(tensor('Z1').flat()).toEqual(wrong.flat().map((x: number) => expect.closeTo(x, 12)));
    const expected = Object.fromEntries(
      ['Z1', 'A1', 'Z2', 'A2', 'dA2', 'dZ2', 'dW2', 'db2', 'dA1', 'dZ1', 'dW1', 'db1'].map((name) => [
        name,
        tensor(name),
      ]),
    );
    await store.getState().open(new File([JSON.stringify({ ...right, expected })], 'theirs.json'));
    const { report, offer, choice } = shownNow();
    expect(choice.tampered).toBeUndefined();
    expect(report?.wrongCells[0]?.tensor).toBe('Z1');
    expect(offer?.label).toBe('Put them into the caches');
    await store.getState().open(offer!.file, offer!.how);
    expect(shownNow().report?.wrongCells).toEqual([]);
    expect(shownNow().choice.tampered).toBeDefined();
  });
});

it('a network of arrays alone has their data, their parameters and the activations that make A of Z', async () => {
  const { choice } = await openCases('24-grads.npz');
  expect(choice.layers.map(({ units, activation }) => [units, activation])).toEqual([
    [4, 'tanh'],
    [1, 'sigmoid'],
  ]);
  expect(choice.loss).toBe('binary_cross_entropy');
  const { X, Y, W1 } = await jsonOf('24-dict.json');
  expect(isOpened(choice.data) && choice.data).toMatchObject({ X, Y, parameters: { W1 } });
});
