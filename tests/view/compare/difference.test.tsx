import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../../src/formats/model/model-file';
import { choiceOfFile, firstChoice } from '../../../src/state/choice/choice';
import { Difference } from '../../../src/view/compare/Difference';
import { choose, panel as panelOf, show, store } from './show';

const panel = <Difference />;

const captions = () =>
  panelOf('Differences')
    .queryAllByRole('figure')
    .map(({ textContent }) => textContent);

describe('differences', () => {
  it('are shown of the tensor that is chosen, between the first lane and each other', async () => {
    const user = show(['A', 'Z', 'A'], firstChoice, { panel });
    expect(captions()).toEqual([]);
    await choose(user, 'Tensor whose differences are shown', 'dZ[2]');
    expect(store.getState().comparing.difference).toBe('dZ2');
    expect(captions()).toEqual([
      expect.stringMatching(/Rule 2 − rule 1: at most \d\S*e−8, cells in 1e−8$/),
      expect.stringContaining('Rule 3 − rule 1: no difference'),
    ]);
    await choose(user, 'Tensor whose differences are shown', 'no tensor');
    expect(captions()).toEqual([]);
  });

  it('are offered of what all lanes compute, never of X, Y or a mask', async () => {
    const user = show(['Z', 'mask'], firstChoice, { panel });
    await user.click(screen.getByRole('combobox', { name: 'Tensor whose differences are shown' }));
    const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(offered).toContain('dW[3]');
    expect(offered).toContain('Z[1]');
    for (const name of ['A[0]', 'Y', 'W[1]', 'mask[1]', 'J', 'cost']) expect(offered).not.toContain(name);
  });

  it('say so where a lane has NaN that the first has not', () => {
    // A sigmoid of 20 is exactly 1 in float32, so that dA is infinite: times g′ = 0 from A that is NaN.
    const file = readModelFile(
      JSON.stringify({
        format: 'cacheback-model',
        version: 1,
        name: 'one cell',
        precision: 'float32',
        layers: [{ units: 1, activation: 'sigmoid' }],
        loss: 'binary_cross_entropy',
        X: [[20]],
        Y: [[0]],
        parameters: { W1: [[1]], b1: [[0]] },
      }),
    );
    if (!file.ok) throw new Error(file.sentence);
    show(['Z_stable', 'A'], choiceOfFile(file.value), { panel, difference: 'dZ1' });
    expect(captions()).toEqual([expect.stringContaining('Rule 2 − rule 1: NaN or infinity in 1 cell')]);
  });

  it('of a tensor that the network has not are those of none', () => {
    show(['Z', 'A'], firstChoice, { panel, difference: 'dZ64' });
    expect(captions()).toEqual([]);
    expect(screen.getByRole('combobox', { name: 'Tensor whose differences are shown' })).toHaveTextContent(
      'no tensor',
    );
  });
});
