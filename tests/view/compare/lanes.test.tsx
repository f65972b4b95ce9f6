import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { firstChoice } from '../../../src/state/choice/choice';
import { setActivation } from '../../../src/state/choice/edits';
import { compareMoves } from '../../../src/state/compared';
import { choose, lane, lanesNow, show, store } from './show';

const goTo = (step: number) => act(() => compareMoves(store).moveToStep(step));

describe('lanes', () => {
  it('are added up to four, each with a rule that is not there yet, and removed down to two', async () => {
    const user = show(['Z', 'A']);
    expect(screen.queryByRole('button', { name: 'Remove lane 1' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add a lane' }));
    await user.click(screen.getByRole('button', { name: 'Add a lane' }));
    expect(lanesNow()).toEqual(['Z', 'A', 'least', 'none']);
    expect(screen.queryByRole('button', { name: 'Add a lane' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove lane 2' }));
    await user.click(screen.getByRole('button', { name: 'Remove lane 1' }));
    expect(lanesNow()).toEqual(['least', 'none']);
    expect(screen.queryByRole('button', { name: /^Remove lane/ })).toBeNull();
  });

  it('take another rule out of a list of all, and leave the others alone', async () => {
    const user = show(['Z', 'A', 'mask']);
    await choose(user, 'Rule of lane 2', 'PaddlePaddle');
    expect(lanesNow()).toEqual(['Z', 'paddle', 'mask']);
    expect(screen.getByRole('combobox', { name: 'Rule of lane 2' })).toHaveTextContent('PaddlePaddle');
  });

  it('start checkpoints at √L, and take another k by its buttons and its field', async () => {
    const layers = Array.from({ length: 9 }, () => firstChoice.layers[0]!);
    const user = show(['Z', 'A'], {
      ...firstChoice,
      layers: [...layers.slice(1), firstChoice.layers.at(-1)!],
    });
    await choose(user, 'Rule of lane 2', 'Checkpoints');
    expect(lanesNow()).toEqual(['Z', 'checkpoint-3']);
    await user.click(screen.getByRole('button', { name: 'More layers in lane 2' }));
    expect(lanesNow()).toEqual(['Z', 'checkpoint-4']);
    const k = screen.getByRole('spinbutton', { name: 'Layers between checkpoints of lane 2' });
    await user.clear(k);
    await user.paste('99');
    expect(lane(2).getByRole('alert')).toHaveTextContent('Expected a whole number from 1 to 9.');
    expect(lanesNow()).toEqual(['Z', 'checkpoint-4']);
  });

  it('say what their rule is before the first step, and then what each step does', () => {
    show(['Z', 'A']);
    expect(lane(1).getByText('The pre-activation, as the course does.')).toBeInTheDocument();
    goTo(1);
    expect(lane(2).getByText(/Z\[1\]/)).toBeInTheDocument();
  });

  it('wait in words where another lane begins the way back otherwise, and meet again after it', () => {
    show(['two_steps', 'fused']);
    goTo(8);
    expect(
      lane(2).getByText('Waits: another lane works out dA[3] first, and then dZ[3].'),
    ).toBeInTheDocument();
    goTo(9);
    expect(lane(1).getByText('Waits: another lane works out dZ[3] at once.')).toBeInTheDocument();
    expect(lane(2).getByText(/^dZ\[3\] at once/)).toBeInTheDocument();
    goTo(11);
    for (const number of [1, 2]) expect(lane(number).queryByText(/Waits/)).toBeNull();
  });

  it('wait in words while another lane computes again, and mark neither read nor write then', () => {
    show(['Z', 'A'], setActivation(1, 'silu')(firstChoice));
    goTo(17);
    expect(lane(1).getByText('Waits: another lane computes again what it did not keep.')).toBeInTheDocument();
    expect(lane(2).queryByText(/Waits/)).toBeNull();
    const marked = (number: number) =>
      screen.getByRole('region', { name: `Lane ${number}` }).querySelectorAll('[data-mark]').length;
    expect(marked(1)).toBe(0);
    expect(marked(2)).toBeGreaterThan(0);
  });

  it('of real code say what the picture leaves out, layer by layer, and where it was looked up', () => {
    show(['pytorch_in_place', 'darknet'], setActivation(1, 'silu')(firstChoice));
    expect(lane(1).getByText('Layer 1, silu:').parentElement).toHaveTextContent(/cloned/);
    expect(lane(1).getByText(/2\.13\.0, seen by running it/)).toBeInTheDocument();
    expect(lane(2).getByText('Layer 1, silu:').parentElement).toHaveTextContent(/has no silu/);
    expect(lane(2).getByText(/read in its source/)).toBeInTheDocument();
  });

  it('of our own rules have nothing to look up', () => {
    show(['Z', 'least']);
    expect(screen.queryByText(/read in its source|seen by running/)).toBeNull();
  });

  it('keep the step when one of them gets another rule', async () => {
    const user = show(['Z', 'A']);
    goTo(12);
    await choose(user, 'Rule of lane 1', 'Keep nothing');
    expect(store.getState().position).toEqual({ phase: 'backward', op: 'input', layer: 3 });
  });
});
