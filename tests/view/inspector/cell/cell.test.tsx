import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { selectTrace } from '../../../../src/state/selectors';
import { createStore } from '../../../../src/state/store';
import { applied, inSlots, reckoned } from '../../../../src/view/inspector/cell/cell-words';
import { Inspector } from '../../../../src/view/inspector/Inspector';
import { renderIn } from '../../render';

const store = createStore();
const render = renderIn(store);

const showCell = async (place: string) => {
  store.getState().moveTo({ phase: 'backward', op: 'bias', layer: 1 });
  store.pointing.getState().pin({ place, row: 0, col: 1 });
  render(<Inspector />);
  return within(await screen.findByRole('region', { name: 'Cell' }));
};

beforeEach(() => {
  store.pointing.setState({ pinned: undefined, lit: 'sources' });
});

describe('the cell in the inspector', () => {
  it('has its name, counted from one, and its sum', async () => {
    const cell = await showCell('backward:dW1');
    expect(cell.getByRole('heading').textContent).toBe('Cell (1, 2) of dW[1]');
    const m = selectTrace(store.getState()).model.X.cols;
    expect(cell.getByText(/=/).textContent).toMatch(new RegExp(`\\) / ${m}$`));
    expect(cell.getByText('row 1 of dZ[1]')).toBeDefined();
    expect(cell.getByText("row 2 of A[0], in layer 1's linear_cache")).toBeDefined();
  });

  it('says of a parameter that it is given', async () => {
    expect((await showCell('forward:W1')).getByText(/is given, not computed/)).toBeDefined();
  });

  it('lists what depends on it once that is asked for', async () => {
    const cell = await showCell('forward:W1');
    fireEvent.click(cell.getByRole('button', { name: 'Goes into' }));
    expect(cell.getByText('row 1 of Z[1]')).toBeDefined();
  });

  it('is let go by Escape', async () => {
    await showCell('forward:W1');
    fireEvent.keyDown(document.body, { key: 'Escape', code: 'Escape' });
    expect(screen.queryByRole('region', { name: 'Cell' })).toBeNull();
  });
});

describe('a sum in words', () => {
  it('has negative factors and terms in brackets', () => {
    expect(reckoned({ terms: [[0.5, -2], [-1]], dividedBy: 4 })).toBe('(0.5 · (−2) + (−1)) / 4');
  });

  it('is shortened in the middle where it is long', () => {
    const terms = Array.from({ length: 9 }, (_, k) => [k]);
    expect(reckoned({ terms })).toBe('0 + 1 + 2 + … 4 more … + 7 + 8');
  });

  it('has NaN and infinity as they are', () => {
    expect(reckoned({ terms: [[Number.NaN, Number.NEGATIVE_INFINITY]] })).toBe('NaN · (−∞)');
  });
});

describe('a function in words', () => {
  it('has what it was given, and of g′ its value', () => {
    expect(applied({ name: 'relu', operands: [{ name: 'z', value: -2 }] })).toBe('relu at z = −2');
    expect(applied({ name: 'g′', operands: [{ name: 'A[1]', value: 0.5 }], value: 0.75 })).toBe(
      'g′ = 0.75, from A[1] = 0.5',
    );
  });
});

describe('cells in words', () => {
  it('are named with the loss that keeps them', () => {
    expect(inSlots({ tensor: 'A2', place: 'cache:2.loss.A' })).toBe('all of A[2], kept by the loss');
  });
});
