import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstChoice } from '../../../src/state/choice/choice';
import { opening } from '../../../src/state/shown/view';
import { createStore } from '../../../src/state/store';
import { ActivationsView } from '../../../src/view/activations/ActivationsView';
import { layoutOf } from '../../../src/view/layout';
import { renderIn } from '../render';

const store = createStore();
const render = renderIn(store);

const show = (activation: string) => {
  store.setState({ exploring: { activation, layer: 1 } });
  render(<ActivationsView layout={layoutOf(1440, 900)} />);
};

const headline = () => screen.getByRole('heading', { level: 2, name: /·/ });

beforeEach(() => store.setState({ choice: firstChoice, position: 'start', ...opening }));

describe('the activations', () => {
  it('are listed with a verdict beside each, which is found while one looks', async () => {
    show('silu');
    const list = screen.getByRole('list', { name: 'Is A enough?' });
    // To look for a button by its name would take most of the time that the verdicts need.
    await waitFor(() => expect(list).toHaveTextContent(/softmax A ✓/), { timeout: 50_000 });
    const words = within(list)
      .getAllByRole('button')
      .map((button) => button.textContent);
    expect(words).toContain('relu A ✓');
    expect(words).toContain('leaky_relu A ✓ α ≥ 0');
    expect(words.filter((word) => word?.endsWith('Z only'))).toEqual(
      ['gelu', 'silu', 'mish', 'hard_swish', 'sine'].map((name) => `${name} Z only`),
    );
  });

  it('show two z with one output and two slopes where Z is needed', () => {
    show('silu');
    expect(headline()).toHaveTextContent('silu · Z is needed');
    expect(screen.getByText(/both give a = .* yet g′\(z₁\)/)).toBeInTheDocument();
  });

  it('say that one output has one slope where A is enough, and follow z', () => {
    show('tanh');
    expect(headline()).toHaveTextContent('tanh · A is enough');
    fireEvent.change(screen.getByRole('slider', { name: 'z' }), { target: { value: '0' } });
    expect(
      screen.getByText('a = 0 comes from z = 0 alone on this range, with the slope +1.'),
    ).toBeInTheDocument();
  });

  it('find other z with the same slope where the function is flat', () => {
    show('relu');
    fireEvent.change(screen.getByRole('slider', { name: 'z' }), { target: { value: '-2' } });
    expect(screen.getByText(/comes from other z too, all with the same slope 0/)).toBeInTheDocument();
  });

  it('need Z for a leaky_relu with a negative alpha, and prove it', async () => {
    show('leaky_relu');
    expect(headline()).toHaveTextContent('A is enough while alpha ≥ 0');
    const user = userEvent.setup();
    await user.clear(screen.getByRole('spinbutton', { name: 'Alpha' }));
    await user.paste('-0.2');
    await user.keyboard('{Enter}');
    fireEvent.change(screen.getByRole('slider', { name: 'z' }), { target: { value: '-1' } });
    expect(screen.getByText(/z₁ = −1 and z₂ = 0.2 both give a = 0.2/)).toBeInTheDocument();
  });

  it('have no slope per cell for softmax, and neither axes nor a handle', () => {
    show('softmax');
    expect(screen.getByText(/It has no slope per cell/)).toBeInTheDocument();
    expect(screen.queryByRole('slider', { name: 'z' })).toBeNull();
    expect(screen.queryByRole('img', { name: /slope of softmax/ })).toBeNull();
  });

  it('name the float32 thresholds of sigmoid that are known elsewhere', () => {
    show('sigmoid');
    const row = screen.getByRole('row', { name: /^A by the textbook/ });
    expect(row).toHaveTextContent('12.73');
    expect(row).toHaveTextContent('17.33');
  });

  it('tell both halves: alone the stable form is exact, times the dA of its loss the other two are', async () => {
    show('sigmoid');
    const output = screen.getByRole('region', { name: 'The same in the output layer' });
    const cells = (name: RegExp) =>
      within(within(output).getByRole('row', { name }))
        .getAllByRole('cell')
        .map(({ textContent }) => textContent);
    for (const name of [/^A /, /^Z as the course/])
      expect(cells(name)).toEqual(expect.arrayContaining(['1']));
    const [slope, lostOfSlope, dZ] = cells(/^Z, stable form/);
    expect(cells(/^in float64/)[0]).toBe(slope);
    expect(lostOfSlope).not.toMatch(/%/);
    // dA of the rounded A, times the slope as it is.
    const e = Math.exp(-17);
    const a = Math.fround(1 / (1 + e));
    expect(Number(dZ)).toBeCloseTo(e / (1 + e) ** 2 / (1 - a), 4);
    expect(Number(dZ)).toBeLessThan(0.7);
    const user = userEvent.setup();
    await user.clear(screen.getByRole('spinbutton', { name: 'z of the output cell' }));
    await user.paste('20');
    await user.keyboard('{Enter}');
    expect(cells(/^A /)).toEqual(['0', '100 %', 'NaN', 'all']);
    expect(output).toHaveTextContent('dZ = A − Y is 1 here');
  });

  it('say nothing of an output layer where no loss is fused with the activation', () => {
    show('tanh');
    expect(screen.queryByRole('region', { name: 'The same in the output layer' })).toBeNull();
  });

  it('show the mask that A >= 0 makes: all ones', () => {
    show('relu');
    const boundary = screen.getByRole('region', { name: 'The boundary' });
    expect(
      within(boundary).getByText(/32 of 32 open.*all ones, so the network is linear/),
    ).toBeInTheDocument();
    expect(boundary).toHaveTextContent('g′(0) of relu is 0.');
  });

  it('list what real code keeps with version and source, and what has no such activation', () => {
    show('silu');
    const code = screen.getByRole('region', { name: 'What real code keeps' });
    expect(within(code).getByRole('row', { name: /^PaddlePaddle .*Z \+ A/ })).toHaveTextContent(
      'read in its source',
    );
    expect(within(code).getByRole('row', { name: /^PyTorch 1.13.1/ })).toHaveTextContent(
      'seen by running it',
    );
    expect(code).toHaveTextContent(/No silu in .*darknet/);
  });

  it('can be put into a layer, and the stage is shown', async () => {
    show('mish');
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox', { name: 'Use mish in a layer' }));
    await user.click(await screen.findByRole('option', { name: 'layer 2' }));
    expect(store.getState().choice.layers[1]!.activation).toBe('mish');
    expect(store.getState().view).toBe('step');
  });
});
