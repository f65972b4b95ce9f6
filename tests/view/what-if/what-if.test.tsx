import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { setAllKeeps, setUnits } from '../../../src/state/choice/edits';
import { createStore } from '../../../src/state/store';
import { MOST_CHANGES } from '../../../src/state/what-if/changes';
import { changeCell } from '../../../src/state/what-if/edits';
import { Header } from '../../../src/view/header/Header';
import { Inspector } from '../../../src/view/inspector/Inspector';
import { renderIn } from '../render';

const store = createStore();
const render = renderIn(store);

const initial = store.getInitialState();
const tampered = () => store.getState().choice.tampered;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** The form for the first cell of a slot, at the end of the pass. */
async function pick(place: string) {
  store.pointing.getState().pin({ place, row: 0, col: 0 });
  render(<Inspector />);
  return within(await screen.findByRole('region', { name: 'What if' }));
}

beforeEach(() => {
  store.setState(initial, true);
  store.getState().moveTo({ phase: 'backward', op: 'bias', layer: 1 });
  store.pointing.setState({ pinned: undefined });
});

describe('the what-if form', () => {
  it('is there for a cell of a cache, and not for a cell elsewhere', async () => {
    await pick('cache:1.activation.Z');
    store.pointing.getState().pin({ place: 'forward:Z1', row: 0, col: 0 });
    await screen.findByText(/pick a cell there and change it/);
    expect(screen.queryByRole('region', { name: 'What if' })).toBeNull();
  });

  it('is not there before its cell is computed', async () => {
    await pick('cache:1.activation.Z');
    act(() => store.getState().moveTo('start'));
    expect(screen.queryByRole('region', { name: 'What if' })).toBeNull();
  });

  it('sets a cell to NaN, tells who reads it and what moved, and puts it back', async () => {
    const form = await pick('cache:1.activation.Z');
    await userEvent.click(button('NaN'));
    expect(form.getByRole('list', { name: 'Changed by hand' }).textContent).toMatch(
      /^Z\[1\] \(1, 1\): NaN instead of /,
    );
    expect(form.getByText(/So these moved|No gradient moved/)).toBeDefined();
    expect(screen.getByText(/^Changed by hand to NaN in the cache\./)).toBeDefined();
    await userEvent.click(button(/^Put back Z\[1\] \(1, 1\)/));
    expect(tampered()).toBeUndefined();
  });

  it('takes a number that is typed, and refuses what is none with a sentence', async () => {
    await pick('cache:1.activation.Z');
    const field = screen.getByRole('spinbutton', { name: 'Value of Z[1] (1, 1)' });
    fireEvent.change(field, { target: { value: '2.5' } });
    fireEvent.blur(field);
    expect(tampered()).toEqual([{ tensor: 'Z1', row: 0, col: 0, value: 2.5 }]);
    fireEvent.change(field, { target: { value: 'much' } });
    expect(screen.getByRole('alert').textContent).toBe('Expected a number.');
    expect(tampered()).toEqual([{ tensor: 'Z1', row: 0, col: 0, value: 2.5 }]);
  });

  it('nudges a cell up and down', async () => {
    store.getState().edit(changeCell({ tensor: 'Z1', row: 0, col: 0 }, 2));
    await pick('cache:1.activation.Z');
    await userEvent.click(button('+0.1'));
    expect(tampered()).toMatchObject([{ value: 2.1 }]);
    await userEvent.click(button('−0.1'));
    expect(tampered()).toMatchObject([{ value: 2 }]);
  });

  it('nudges a large number as far as a small one', async () => {
    store.getState().edit(changeCell({ tensor: 'Z1', row: 0, col: 0 }, 123456));
    await pick('cache:1.activation.Z');
    await userEvent.click(button('+0.1'));
    expect(tampered()).toMatchObject([{ value: 123456.1 }]);
  });

  it('has no change left once a cell is what was computed', async () => {
    await pick('cache:1.activation.Z');
    await userEvent.click(button('+0.1'));
    expect(tampered()).toHaveLength(1);
    await userEvent.click(button('−0.1'));
    expect(tampered()).toBeUndefined();
  });

  it('lists what is stored, which may be less than what was typed', async () => {
    const form = await pick('cache:1.activation.Z');
    const field = screen.getByRole('spinbutton', { name: 'Value of Z[1] (1, 1)' });
    fireEvent.change(field, { target: { value: '1e-50' } });
    fireEvent.blur(field);
    expect(form.getByRole('list', { name: 'Changed by hand' }).textContent).toMatch(
      /^Z\[1\] \(1, 1\): 0 instead of/,
    );
  });

  it('answers more changes than a link can hold with a sentence, and keeps those that are', async () => {
    store.getState().edit((choice) => ({
      ...choice,
      tampered: Array.from({ length: MOST_CHANGES }, (_, k) => ({ tensor: 'A0', row: 1, col: k, value: k })),
    }));
    await pick('cache:1.activation.Z');
    await userEvent.click(button('NaN'));
    expect(tampered()).toHaveLength(MOST_CHANGES);
    expect(store.getState().notice).toBe('There can be 64 changes by hand at a time. Put some back first.');
  });

  it('swaps the first cell as it is when the second is picked, not as it was', async () => {
    const { edit } = store.getState();
    edit(changeCell({ tensor: 'Z1', row: 0, col: 0 }, 2));
    await pick('cache:1.activation.Z');
    await userEvent.click(button('Swap with…'));
    await userEvent.click(button('+0.1'));
    act(() => store.pointing.getState().pin({ place: 'cache:2.activation.Z', row: 0, col: 0 }));
    await userEvent.click(button('Swap with Z[1] (1, 1)'));
    expect(tampered()).toContainEqual({ tensor: 'Z2', row: 0, col: 0, value: Math.fround(2.1) });
  });

  it('forgets the first cell once Escape is pressed', async () => {
    await pick('cache:1.activation.Z');
    await userEvent.click(button('Swap with…'));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('Pick the other cell, in any cache.')).toBeNull();
  });

  it('forgets the first cell once its layer has lost it', async () => {
    store.getState().moveTo({ phase: 'backward', op: 'bias', layer: 1 });
    store.pointing.getState().pin({ place: 'cache:1.activation.Z', row: 3, col: 0 });
    render(<Inspector />);
    await userEvent.click(await screen.findByRole('button', { name: 'Swap with…' }));
    act(() => store.getState().edit(setUnits(1, 2)));
    act(() => store.pointing.getState().pin({ place: 'cache:2.activation.Z', row: 0, col: 0 }));
    expect(button('Swap with…')).toBeDefined();
  });

  it('swaps no bit with a number', async () => {
    store.getState().edit(setAllKeeps('mask'));
    await pick('cache:1.activation.mask');
    await userEvent.click(button('Swap with…'));
    act(() => store.pointing.getState().pin({ place: 'cache:1.linear.A_prev', row: 0, col: 0 }));
    expect(button('Swap with mask[1] (1, 1)')).toBeDisabled();
  });

  it('goes on waiting for the other cell when one is picked that stands in no cache', async () => {
    await pick('cache:1.activation.Z');
    await userEvent.click(button('Swap with…'));
    act(() => store.pointing.getState().pin({ place: 'forward:Z1', row: 0, col: 1 }));
    expect(screen.getByText('Pick the other cell, in any cache.')).toBeDefined();
    act(() => store.pointing.getState().pin({ place: 'cache:2.activation.Z', row: 1, col: 3 }));
    await userEvent.click(button('Swap with Z[1] (1, 1)'));
    expect(tampered()).toHaveLength(2);
  });

  it('swaps two cells, the second of which is picked after the first', async () => {
    const { edit } = store.getState();
    edit(changeCell({ tensor: 'Z1', row: 0, col: 0 }, 2));
    edit(changeCell({ tensor: 'Z2', row: 1, col: 3 }, -3));
    await pick('cache:1.activation.Z');
    await userEvent.click(button('Swap with…'));
    expect(screen.getByText('Pick the other cell, in any cache.')).toBeDefined();
    store.pointing.getState().pin({ place: 'cache:2.activation.Z', row: 1, col: 3 });
    await userEvent.click(await screen.findByRole('button', { name: 'Swap with Z[1] (1, 1)' }));
    expect(tampered()).toEqual([
      { tensor: 'Z1', row: 0, col: 0, value: -3 },
      { tensor: 'Z2', row: 1, col: 3, value: 2 },
    ]);
  });

  it('flips a bit of a mask instead of taking numbers', async () => {
    store.getState().edit(setAllKeeps('mask'));
    const form = await pick('cache:1.activation.mask');
    expect(form.queryByRole('spinbutton')).toBeNull();
    await userEvent.click(button('Flip the bit'));
    expect(tampered()).toMatchObject([{ tensor: 'mask1', row: 0, col: 0 }]);
    await userEvent.click(button('Flip the bit'));
    expect(tampered()).toBeUndefined();
  });

  it('puts unrelated numbers in the place of a tensor, and says what that does to a test', async () => {
    const form = await pick('cache:2.activation.Z');
    await userEvent.click(button('Unrelated Z[2]'));
    expect(form.getByText('All of Z[2]: unrelated numbers')).toBeDefined();
    expect(
      form.getByText(/passes code that reads one of them, and fails code that reads the other/),
    ).toBeDefined();
    const moved = within(form.getByRole('list', { name: 'What moved' }));
    expect(moved.getAllByRole('listitem')[0]!.textContent).toMatch(/^dZ\[?2\]?24 of 24 cells, by up to/);
  });

  it('says nothing of Z and A that do not belong together where neither is meant', async () => {
    const form = await pick('cache:1.linear.W');
    await userEvent.click(button('Unrelated W[1]'));
    expect(form.queryByText(/passes code that reads one of them/)).toBeNull();
  });

  it('stays while anything is changed, whatever is picked, and puts everything back', async () => {
    const { edit } = store.getState();
    edit(changeCell({ tensor: 'Z1', row: 0, col: 0 }, 2));
    edit(changeCell({ tensor: 'W2', row: 0, col: 0 }, 2));
    render(<Inspector />);
    await userEvent.click(await screen.findByRole('button', { name: 'Put everything back' }));
    expect(tampered()).toBeUndefined();
    expect(screen.queryByRole('region', { name: 'What if' })).toBeNull();
  });
});

describe('the badge', () => {
  it('is not there for changes that change nothing now', async () => {
    const { edit } = store.getState();
    edit(setAllKeeps('A'));
    edit(changeCell({ tensor: 'Z1', row: 0, col: 0 }, 2));
    render(<Header mode="wide" width={1440} />);
    expect(screen.queryByText('Cache tampered with')).toBeNull();
    act(() => edit(setAllKeeps('Z')));
    expect(await screen.findByText('Cache tampered with')).toBeDefined();
  });

  it('is there while the cache is tampered with, and leads back', async () => {
    render(<Header mode="wide" width={1440} />);
    expect(screen.queryByText('Cache tampered with')).toBeNull();
    store.getState().edit(changeCell({ tensor: 'Z1', row: 0, col: 0 }, 2));
    expect(await screen.findByText('Cache tampered with')).toBeDefined();
    await userEvent.click(button('Put the cache back'));
    expect(tampered()).toBeUndefined();
    expect(screen.queryByText('Cache tampered with')).toBeNull();
  });
});
