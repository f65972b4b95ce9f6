import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addLayer, setUnits } from '../../../../src/state/choice/edits';
import { createStore } from '../../../../src/state/store';
import { layoutOf } from '../../../../src/view/layout';
import { MineView } from '../../../../src/view/mine/MineView';
import { plainFile } from '../../../formats/files';
import { openedFile } from '../../../mistakes/files';
import { renderIn } from '../../render';

/** Check mine with the arrays of a case beside their network. */
async function checking(name: string) {
  const store = createStore();
  await store.getState().open(openedFile(name, 'json'));
  await store.getState().open(openedFile(name, 'npz'));
  renderIn(store)(<MineView layout={layoutOf(1440, 900)} />);
  await screen.findByText(/^2 mistakes/);
  return store;
}

const stray = () => screen.findByRole('region', { name: 'Arrays of another network' });
const verdicts = () =>
  Array.from(document.querySelectorAll<HTMLElement>('[data-verdict]'), ({ dataset }) => dataset.verdict);

describe('Check mine, once another network is open than arrays were brought for', () => {
  it('says so, by both names, and calls none of them a mistake', async () => {
    const store = await checking('mistake-04');
    await act(() => store.getState().open(openedFile('mistake-16', 'json')));
    const said = await stray();
    expect(said).toHaveTextContent('mistake-04.npz came for “mistake-04”, and “mistake-16” is open now');
    expect(said).toHaveTextContent('Open “mistake-04” again');
    await expect.poll(() => new Set(verdicts())).toEqual(new Set(['missing']));
    expect(screen.queryByText(/mistake-04", which is open/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Take away' }));
    expect(screen.getByText(/They are compared with the pass of “mistake-16”/)).toBeInTheDocument();
  });

  it('says so where it is the same one with other layers', async () => {
    const store = await checking('mistake-04');
    act(() => store.getState().edit(setUnits(1, 3)));
    expect(await stray()).toHaveTextContent('mistake-04.npz came for “mistake-04” as it was');
  });

  it('says so of what the file of the model expects as well, which is there again with the network', async () => {
    const store = createStore();
    const file = plainFile({ expected: { cost: 1 } });
    await store.getState().open(new File([JSON.stringify(file)], 'model.json'));
    const { choice } = store.getState();
    store.setState({ choice: addLayer(choice) });
    renderIn(store)(<MineView layout={layoutOf(1440, 900)} />);
    expect(await stray()).toHaveTextContent('What model.json expects is of another network.');
    expect(screen.queryByRole('button', { name: 'Take away' })).toBeNull();
    await expect.poll(() => new Set(verdicts())).toEqual(new Set(['missing']));
    act(() => store.setState({ choice }));
    expect(screen.queryByText(/expects is of another network/)).toBeNull();
  });
});
