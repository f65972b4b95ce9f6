import { describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations';
import { toRows } from '../../src/core/math/matrix';
import { batchNormRuleNames } from '../../src/core/model/regularisation';
import { broughtOf } from '../../src/formats/arrays/brought';
import { exportKinds } from '../../src/formats/exports';
import { csvOf } from '../../src/formats/exports/csv';
import { nameOf } from '../../src/state/choice/choice';
import {
  setActivation,
  setBatchNorm,
  setDropout,
  setKeep,
  setLoss,
  setPrecision,
  setUnits,
} from '../../src/state/choice/edits';
import { reportOn } from '../../src/state/mine/report-on';
import { cameWith } from '../../src/state/opening/expected';
import { selectUntouched } from '../../src/state/selectors';
import { openCases, shownNow, store } from './opened';

const { edit, open } = store.getState();

/** What the menu's kind writes of the pass that is shown, as a file. */
function exportedAs(kind: keyof typeof exportKinds): File {
  const state = store.getState();
  const { write, ending } = exportKinds[kind];
  return new File(write(selectUntouched(state), 'mine', cameWith(state))!, `mine.${ending}`);
}

/** What is said of the arrays that were opened, each thing once. */
function verdictsNow(): string[] {
  const { choice, mine } = store.getState();
  const { tensors } = broughtOf(mine!.arrays, choice.layers.length, mine!.chosen);
  return [...new Set(reportOn(choice, tensors).rows.map(({ verdict }) => verdict))];
}

describe('what the page exports, it opens', () => {
  it.each(activationNames)(
    'as a trace and as arrays, of a network of %s, in both precisions',
    async (name) => {
      for (const precision of ['float64', 'float32'] as const) {
        await openCases();
        for (const change of [setActivation(1, name), setKeep(1, 'mask'), setPrecision(precision)])
          edit(change);
        const trace = exportedAs('Trace (JSON)');
        // Arrays are held against the network that is open; a trace brings its own.
        await open(exportedAs('Arrays (.npz)'));
        expect(verdictsNow()).toEqual(['agrees']);
        await openCases();
        await open(trace);
        const { choice: opened, report } = shownNow();
        expect(opened.precision).toBe(precision);
        expect(opened.layers.map(({ units }) => units)).toEqual([4, 3, 1]);
        expect(report!.tensors).toBeGreaterThan(18);
        expect(report!.wrongCells).toEqual([]);
        expect(report!.misfits).toBeUndefined();
      }
    },
  );

  it.each(batchNormRuleNames)(
    'as arrays of a network with batch norm that keeps %s, beside it and where there is none',
    async (keep) => {
      await openCases();
      for (const l of [1, 3]) edit(setBatchNorm(l, { epsilon: 1e-5, keep }));
      const file = exportedAs('Arrays (.npz)');
      await open(file);
      expect(verdictsNow()).toEqual(['agrees']);
      // A network of other layers, and one of the same layers without batch norm.
      for (const before of ['25-none.json', undefined]) {
        await openCases(...(before ? [before] : []));
        await open(file);
        const { choice, notice, report } = shownNow();
        expect(choice.layers.map(({ batch_norm }) => batch_norm?.epsilon)).toEqual([1e-5, undefined, 1e-5]);
        expect(choice.layers.map(({ activation }) => activation)).toEqual(['relu', 'tanh', 'sigmoid']);
        expect(notice).toContain('gamma and beta tell that layers 1 and 3 have batch norm');
        expect(report!.wrongCells).toEqual([]);
        expect(verdictsNow()).toEqual(['agrees']);
      }
    },
  );

  const dropped = { keep_prob: 0.7, keep: 'mask', seed: 3 } as const;

  it.each(['float64', 'float32'] as const)(
    'as arrays of a network with dropout in %s, beside it and where there is none, with its own D',
    async (precision) => {
      await openCases();
      for (const change of [setDropout(1, dropped), setPrecision(precision)]) edit(change);
      const file = exportedAs('Arrays (.npz)');
      edit(setDropout(1, { ...dropped, seed: 99 }));
      for (const before of [undefined, '25-none.json', 'first']) {
        if (before) await openCases(...(before === 'first' ? [] : [before]));
        await open(file);
        const { choice, notice, report } = shownNow();
        const [first, ...rest] = choice.layers.map(({ dropout }) => dropout);
        expect(first).toMatchObject({ keep_prob: 0.7, keep: 'mask' });
        expect(rest).toEqual([undefined, undefined]);
        if (before)
          expect(notice).toContain(
            'D[1] tells that layer 1 has dropout, and A[1] over Adrop[1] that its keep_prob is 0.7.',
          );
        expect(report!.wrongCells).toEqual([]);
        expect(verdictsNow()).toEqual(['agrees']);
      }
    },
  );

  it('as arrays of a network with dropout, without Adrop, which leaves its keep_prob to be chosen', async () => {
    await openCases();
    edit(setDropout(1, dropped));
    const { buffers } = selectUntouched(store.getState());
    const arrays = Object.fromEntries(
      ['A0', 'Y', 'W1', 'b1', 'W2', 'b2', 'W3', 'b3', 'D1'].map((name) => [name, toRows(buffers.get(name)!)]),
    );
    await openCases('25-none.json');
    await open(new File([JSON.stringify(arrays)], 'mine.json'));
    const { choice, notice } = shownNow();
    expect(choice.layers[0]!.dropout).toMatchObject({ keep_prob: 0.8, D: arrays.D1 });
    expect(notice).toContain(
      'D[1] tells that layer 1 has dropout, but not its keep_prob, which is 0.8 here. Choose another if it was, or bring A[1] and Adrop[1] as well.',
    );
  });

  it('as arrays of a network whose batch norm is as in the one that is open, where they do not tell', async () => {
    await openCases();
    edit(setBatchNorm(1, { epsilon: 0.01, keep: 'all' }));
    const file = exportedAs('Arrays (.npz)');
    edit(setUnits(2, 5));
    await open(file);
    expect(shownNow().choice.layers[0]!.batch_norm).toEqual({ epsilon: 0.01, keep: 'all' });
    expect(verdictsNow()).toEqual(['agrees']);
  });

  it('as arrays with the activations of its own, where A tells them', async () => {
    await openCases();
    for (const change of [setActivation(1, 'gelu'), setActivation(2, 'softsign')]) edit(change);
    const file = exportedAs('Arrays (.npz)');
    await openCases('25-none.json');
    await open(file);
    const { choice, report } = shownNow();
    expect(choice.layers.map(({ activation }) => activation)).toEqual(['gelu', 'softsign', 'sigmoid']);
    expect(report!.wrongCells).toEqual([]);
  });

  it('as a trace in which numbers overflow', async () => {
    await openCases('15-large-init.json');
    const file = exportedAs('Trace (JSON)');
    expect(await file.text()).toContain('"NaN"');
    await open(file);
    expect(shownNow().isOpen).toBe(true);
    expect(shownNow().report!.tensors).toBeGreaterThan(10);
  });

  it('as one tensor, which is held against the pass', async () => {
    await openCases();
    edit(setLoss('mean_squared_error'));
    const state = store.getState();
    const pieces = csvOf(selectUntouched(state).buffers.get('dW2')!);
    await open(new File(pieces, `${nameOf(state.choice)}.dW2.csv`));
    expect(Object.keys(shownNow().mine!.arrays)).toHaveLength(1);
    expect(verdictsNow().sort()).toEqual(['agrees', 'missing']);
  });

  it.each([
    '01-right.json',
    '01-theirs-all.json',
    '03-right.json',
    '25-nan-string.json',
    '04-axis0.json',
    '21-ten-float64.json',
  ])('as a model, with what %s expects', async (name) => {
    const first = await openCases(name);
    await open(exportedAs('Model (JSON)'));
    const again = shownNow();
    expect(again.report).toEqual(first.report);
    expect(again.choice.tampered).toEqual(first.choice.tampered);
  });

  it('as a model without what another file expected', async () => {
    await openCases('01-right.json', '25-none.json');
    expect(JSON.parse(await exportedAs('Model (JSON)').text())).not.toHaveProperty('expected');
  });
});
