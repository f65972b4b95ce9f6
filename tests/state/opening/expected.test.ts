import { beforeEach, describe, expect, it } from 'vitest';
import { choiceIn, entryOf } from '../../../src/state/address/history-entry';
import {
  addLayer,
  setActivation,
  setAlpha,
  setData,
  setInit,
  setKeep,
} from '../../../src/state/choice/edits';
import {
  cameWith,
  selectExpected,
  selectExpectedBefore,
  selectExpectedReport,
} from '../../../src/state/opening/expected';
import { createStore } from '../../../src/state/store';
import { plainFile } from '../../formats/files';

const store = createStore();

const initial = store.getInitialState();
const { open, edit, show } = initial;

const openFile = (others: Readonly<Record<string, unknown>>) =>
  open(new File([JSON.stringify(plainFile(others))], 'model.json'));

const expected = () => selectExpected(store.getState());
const report = () => selectExpectedReport(store.getState());

/** Z1 = W1 X of the plain file. */
const Z1 = [
  [9, 12, 15],
  [19, 26, 33],
];

beforeEach(() => {
  store.setState(initial);
});

describe('what a file expects', () => {
  it('is nothing where none was opened, or the file expects nothing', async () => {
    expect(expected()).toBeUndefined();
    await openFile({});
    expect(expected()).toBeUndefined();
    await openFile({ expected: {} });
    expect(report()).toBeUndefined();
  });

  it('is compared with the pass once it is opened, numbers alone too', async () => {
    await openFile({ expected: { Z1, cost: 1 } });
    expect(expected()!.get('cost')).toMatchObject({ rows: 1, cols: 1 });
    expect(report()).toMatchObject({ tensors: 2, wrongCells: [{ tensor: 'cost', right: 1 }] });
    await openFile({ expected: { Z1 } });
    expect(report()).toEqual({ tensors: 1, error: 0, wrongCells: [] });
  });

  it('stays while the activations and rules are changed, and may then be another than the pass has', async () => {
    await openFile({ expected: { Z1, A1: Z1 } });
    edit(setKeep(1, 'none'));
    expect(report()).toEqual({ tensors: 2, error: 0, wrongCells: [] });
    edit(setActivation(1, 'elu'));
    edit(setAlpha(1, 0.5));
    expect(report()!.wrongCells).toEqual([]);
    edit(setActivation(1, 'tanh'));
    expect(report()!.wrongCells[0]).toMatchObject({ tensor: 'A1' });
  });

  it.each([
    ['one more layer', addLayer],
    ['other parameters', setInit({ seed: 99 })],
  ])('stands aside from its network once that has %s, and goes out with no file of it', async (_, change) => {
    await openFile({ expected: { Z1 } });
    const { choice } = store.getState();
    edit(change);
    expect(expected()).toBeUndefined();
    expect(cameWith(store.getState())).toEqual({});
    expect(selectExpectedBefore(store.getState())).toMatchObject({ of: choice, tensors: { Z1 } });
    show(choice, 'start');
    expect(report()!.tensors).toBe(1);
    expect(selectExpectedBefore(store.getState())).toBeUndefined();
  });

  it('stands aside from no other network than its own as it was', async () => {
    await openFile({ expected: { Z1 } });
    edit(setData('moons'));
    expect(selectExpectedBefore(store.getState())).toBeUndefined();
  });

  it('is gone with the data, and there again with it, also out of the history, where it is another object', async () => {
    await openFile({ expected: { Z1 } });
    const { choice } = store.getState();
    edit(setData('moons'));
    expect(expected()).toBeUndefined();
    show(choiceIn(structuredClone(entryOf(choice)))!, 'start');
    expect(store.getState().choice.data).not.toBe(choice.data);
    expect(report()).toEqual({ tensors: 1, error: 0, wrongCells: [] });
  });

  it('belongs to its file: one opened later has its own, or none', async () => {
    await openFile({ name: 'one', expected: { Z1 } });
    const one = store.getState().choice;
    await openFile({ name: 'two', expected: { cost: 5 } });
    expect([...expected()!.keys()]).toEqual(['cost']);
    await openFile({ name: 'one' });
    expect(expected()).toBeUndefined();
    show(one, 'start');
    expect(expected()).toBeDefined();
  });
});
