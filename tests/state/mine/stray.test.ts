import { beforeEach, describe, expect, it } from 'vitest';
import { choiceIn, entryOf } from '../../../src/state/address/history-entry';
import {
  addLayer,
  setActivation,
  setData,
  setExamples,
  setInit,
  setKeep,
  setUnits,
} from '../../../src/state/choice/edits';
import { selectBrought, selectStray } from '../../../src/state/mine/brought';
import { createStore } from '../../../src/state/store';
import { openedFile } from '../../mistakes/files';

const store = createStore();
const initial = store.getInitialState();
const { open, edit, show } = initial;

const file = (name: string) => {
  const [stem, ending] = name.split('.') as [string, 'json' | 'npz'];
  return openedFile(stem, ending);
};

const openAll = async (...names: readonly string[]) => {
  for (const name of names) await open(file(name));
};

/** The names of what is checked, and what stands aside since another network is open. */
const now = () => ({
  checked: [...(selectBrought(store.getState())?.tensors.keys() ?? [])],
  stray: selectStray(store.getState())?.sources,
});

const compared = () => selectBrought(store.getState())!.remarks[0];

const isChecked = { checked: expect.arrayContaining(['Z1', 'dW1']), stray: undefined };
const isStray = { checked: [], stray: ['mistake-04.npz'] };

beforeEach(() => {
  store.setState(initial);
});

describe('arrays that were brought for a network', () => {
  it('are of no other: they stand aside while one is open, and are checked again with theirs', async () => {
    await openAll('mistake-04.json', 'mistake-04.npz');
    expect(now()).toEqual(isChecked);
    const { choice } = store.getState();
    await openAll('mistake-16.json');
    expect(now()).toEqual(isStray);
    await openAll('mistake-04.json');
    expect(now()).toEqual(isChecked);
    show(initial.choice, 'start');
    expect(now()).toEqual(isStray);
    show(choiceIn(structuredClone(entryOf(choice)))!, 'start');
    expect(now()).toEqual(isChecked);
  });

  it.each([
    ['one more layer', addLayer],
    ['other units', setUnits(1, 3)],
    ['another seed', setInit({ seed: 99 })],
    ['another data set', setData('moons')],
  ])('stand aside from it as well once it has %s', async (_, change) => {
    await openAll('mistake-04.json', 'mistake-04.npz');
    edit(change);
    await expect.poll(now).toEqual(isStray);
  });

  it('stand aside where the data is drawn and there are other examples', async () => {
    await open(new File(['{"dW1": [[1, 2], [3, 4], [5, 6], [7, 8]]}'], 'mistake-04.npz'));
    expect(now()).toEqual({ checked: ['dW1'], stray: undefined });
    edit(setExamples(9));
    await expect.poll(now).toEqual(isStray);
  });

  it('are held against it whatever its activations and keep rules are, since these may be set right for them', async () => {
    await openAll('mistake-04.json', 'mistake-04.npz');
    edit(setActivation(1, 'elu'));
    edit(setKeep(1, 'none'));
    await expect.poll(() => store.getState().choice.layers[0]!.activation).toBe('elu');
    expect(now()).toEqual(isChecked);
  });

  it('are told to be compared with it by the name that it has now, however they are called', async () => {
    await openAll('mistake-04.json', 'mistake-04.npz');
    expect(compared()).toMatch(
      /^The pass of "mistake-04", which is open, is compared with your Z\[1\], .+\.$/,
    );
    await openAll('mistake-16.json', 'mistake-16.npz');
    expect(compared()).toMatch(/^The pass of "mistake-16"/);
  });

  it('are gone once they are taken away, from what its pass is compared with too', async () => {
    await openAll('mistake-04.json', 'mistake-04.npz');
    store.getState().takeAway();
    expect(selectBrought(store.getState())).toBeUndefined();
    await openAll('mistake-04.npz');
    edit(addLayer);
    await expect.poll(now).toEqual(isStray);
    store.getState().takeAway();
    expect(now()).toEqual({ checked: [], stray: undefined });
  });

  it('leave what the file of the model expects once they are taken away', async () => {
    const model = JSON.parse(await file('mistake-04.json').text()) as object;
    await open(new File([JSON.stringify({ ...model, expected: { cost: 1 } })], 'model.json'));
    await openAll('mistake-04.npz');
    await open(new File(['{"cost": 0.5}'], 'cost.json'));
    store.getState().takeAway();
    expect(now()).toEqual({ checked: ['cost'], stray: undefined });
    expect(selectBrought(store.getState())!.tensors.get('cost')!.data).toEqual(Float64Array.of(1));
  });

  it('are not joined by one of another network', async () => {
    await openAll('mistake-04.json', 'mistake-04.npz', 'mistake-16.json');
    await open(new File(['{"cost": 0.5}'], 'cost.json'));
    expect(now()).toEqual({ checked: ['cost'], stray: undefined });
    expect(store.getState().mine?.sources).toEqual(['cost.json']);
  });
});
