import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { firstChoice } from '../../../src/state/choice/choice';
import { selectTrace } from '../../../src/state/selectors';
import { opening } from '../../../src/state/shown/view';
import { createStore } from '../../../src/state/store';
import { Regularisation } from '../../../src/view/editor/Regularisation';
import { renderIn } from '../render';

const store = createStore();
const render = renderIn(store);

function show(l: number) {
  store.setState({ ...opening, choice: firstChoice, position: 'start', pending: undefined });
  render(<Regularisation l={l} />);
  return userEvent.setup();
}

async function choose(user: ReturnType<typeof userEvent.setup>, label: string, option: RegExp) {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}

const layer = (l: number) => store.getState().choice.layers[l - 1]!;
const stepsNow = () => selectTrace(store.getState()).steps.map(({ op, layer: at }) => `${op} ${at}`);

describe('the switches of batch norm and dropout', () => {
  it('put batch norm into a layer, change what it keeps, and take it out again', async () => {
    const user = show(1);
    await choose(user, 'Batch norm of layer 1', /^Z, μ, 1\/σ/);
    expect(layer(1).batch_norm).toEqual({ epsilon: 1e-5, keep: 'input' });
    expect(stepsNow()).toContain('batch_norm 1');
    await choose(user, 'Batch norm of layer 1', /^every stage/);
    expect(layer(1).batch_norm?.keep).toBe('all');
    await choose(user, 'Batch norm of layer 1', /^off/);
    expect(layer(1).batch_norm).toBeUndefined();
    expect(stepsNow()).not.toContain('batch_norm 1');
  });

  it('put dropout after a hidden layer, with a keep_prob that can be typed', async () => {
    const user = show(2);
    expect(screen.queryByRole('spinbutton', { name: 'keep_prob of layer 2' })).toBeNull();
    await choose(user, 'Dropout of layer 2', /^D/);
    expect(layer(2).dropout).toEqual({ keep_prob: 0.8, keep: 'mask', seed: 2 });
    const share = screen.getByRole('spinbutton', { name: 'keep_prob of layer 2' });
    await user.clear(share);
    await user.type(share, '0.5{Enter}');
    expect(layer(2).dropout?.keep_prob).toBe(0.5);
    await choose(user, 'Dropout of layer 2', /^its seed/);
    expect(layer(2).dropout).toEqual({ keep_prob: 0.5, keep: 'seed', seed: 2 });
    expect(stepsNow()).toContain('draw 2');
  });

  it('answer a keep_prob that is none with a sentence, and change nothing', async () => {
    const user = show(1);
    await choose(user, 'Dropout of layer 1', /^D/);
    const share = screen.getByRole('spinbutton', { name: 'keep_prob of layer 1' });
    await user.clear(share);
    await user.type(share, '1.5{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Expected a number from 0.05 to 1.');
    expect(layer(1).dropout?.keep_prob).toBe(0.8);
  });

  it('offer the last layer batch norm alone', () => {
    show(3);
    expect(screen.getByRole('combobox', { name: 'Batch norm of layer 3' })).toBeInTheDocument();
    expect(screen.queryByRole('combobox', { name: 'Dropout of layer 3' })).toBeNull();
  });
});
