import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstChoice } from '../../../src/state/choice/choice';
import { useTheme } from '../../../src/state/shown/theme';
import { opening } from '../../../src/state/shown/view';
import { createStore } from '../../../src/state/store';
import { App } from '../../../src/view/page/App';
import { renderIn } from '../render';

const store = createStore();
const render = renderIn(store);

const step = () => screen.getByRole('main').dataset.step;

const region = (name: string) => screen.getByRole('region', { name });

/** The handles of a heatmap, by tensor and lane. */
function heatmap(tensor: string, place: string, slot?: string): DOMStringMap {
  const element = document.querySelector<HTMLElement>(
    `[data-tensor="${tensor}"][data-place="${place}"]${slot ? `[data-slot="${slot}"]` : ''}`,
  );
  if (!element) throw new Error(`no heatmap of ${tensor} in ${place}`);
  return element.dataset;
}

const show = () => {
  Object.assign(window, { innerWidth: 1440, innerHeight: 900 });
  store.setState({
    choice: firstChoice,
    position: 'start',
    playing: false,
    notice: undefined,
    ...opening,
  });
  store.display.setState({ sheet: undefined });
  useTheme.setState({ theme: 'system' });
  render(<App />);
  return userEvent.setup();
};

let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  user = show();
});

describe('the page', () => {
  it('opens before the first step, with the question it answers', () => {
    expect(step()).toBe('0');
    expect(
      screen.getByRole('heading', { name: /Are we caching Z for backprop only for relu/ }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Previous step' })).toBeDisabled();
  });

  it('steps by buttons, by keys, and by the timeline', async () => {
    await user.click(screen.getByRole('button', { name: 'Next step' }));
    expect(step()).toBe('1');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(step()).toBe('3');
    await user.keyboard('{End}');
    expect(step()).toBe('19');
    expect(screen.getByRole('button', { name: 'Next step' })).toBeDisabled();
    fireEvent.change(screen.getByRole('slider', { name: 'Step' }), { target: { value: '9' } });
    expect(step()).toBe('9');
    expect(screen.getByRole('slider', { name: 'Step' })).toHaveAttribute(
      'aria-valuetext',
      'Step 9 of 19: sigmoid backward, 448 B held',
    );
    await user.keyboard('{Home}');
    expect(step()).toBe('0');
  });

  it('goes to a step by its name under the timeline', async () => {
    await user.click(screen.getByRole('button', { name: 'Step 17, dZ[1]' }));
    expect(step()).toBe('17');
    expect(screen.getByRole('button', { name: 'Step 17, dZ[1]' })).toHaveAttribute('aria-current', 'step');
    expect(await within(region('Step')).findByRole('heading', { name: 'relu backward' })).toBeVisible();
  });

  it('says beside the precision how float32 sums, and says nothing of it in float64', async () => {
    const note = /Every product and every sum is rounded to float32/;
    await user.click(screen.getByRole('button', { name: 'Precision: float32' }));
    expect(await screen.findByText(note)).toBeVisible();
    await user.click(within(screen.getByLabelText('Precision')).getByText('float64'));
    expect(screen.queryByText(note)).toBeNull();
  });

  it('has the handles of the step in which relu reads its cache', () => {
    fireEvent.change(screen.getByRole('slider', { name: 'Step' }), { target: { value: '17' } });
    expect(heatmap('Z1', 'cache', 'activation.Z')).toMatchObject({ layer: '1', state: 'held', mark: 'read' });
    expect(heatmap('dZ1', 'backward')).toMatchObject({ state: 'held', mark: 'write' });
    expect(heatmap('dA1', 'backward')).toMatchObject({ mark: 'read' });
    expect(heatmap('dW1', 'backward').state).toBe('empty');
    expect(heatmap('b1', 'cache', 'linear.b').state).toBe('unread');
    expect(heatmap('A1', 'cache', 'linear.A_prev')).toMatchObject({ layer: '2', state: 'freed' });
    expect(screen.getAllByRole('img', { name: /^Z\[1\], 4 by 8/ })).toHaveLength(2);
    expect(document.querySelectorAll('[data-drawn="reads"]')).toHaveLength(1);
  });

  it('tells the value of each cell by arrow keys, and leaves the steps alone meanwhile', async () => {
    const map = screen.getAllByRole('img', { name: /^A\[0\], 2 by 8/ })[0]!;
    fireEvent.focus(map);
    fireEvent.keyDown(map, { key: 'ArrowRight' });
    fireEvent.keyDown(map, { key: 'ArrowDown' });
    expect(await screen.findByText(/A\[0\] row \d, column \d/)).toBeInTheDocument();
    expect(step()).toBe('0');
  });

  it('keeps the reader at the step when an activation or a keep rule changes', async () => {
    fireEvent.change(screen.getByRole('slider', { name: 'Step' }), { target: { value: '17' } });
    await user.click(screen.getByRole('combobox', { name: 'Activation of layer 1' }));
    await user.click(await screen.findByRole('option', { name: 'silu' }));
    await user.click(within(screen.getByLabelText('Kept by all layers')).getByText('A'));
    expect(step()).toBe('18');
    expect(await within(region('Step')).findByRole('heading', { name: 'silu backward' })).toBeVisible();
  });

  it('shows no rule for all layers where they differ', async () => {
    await user.click(screen.getByRole('combobox', { name: 'Kept by layer 2' }));
    await user.click(await screen.findByRole('option', { name: 'none' }));
    expect(screen.getByTitle('Each layer has a rule of its own.')).toBeVisible();
    for (const button of within(screen.getByLabelText('Kept by all layers')).getAllByRole('button'))
      expect(button).toHaveAttribute('aria-pressed', 'false');
  });

  it('adds and removes layers, and ties the last one to the labels', async () => {
    await user.click(screen.getByRole('button', { name: 'Add a layer' }));
    expect(store.getState().choice.layers.map(({ units }) => units)).toEqual([4, 3, 3, 1]);
    await user.click(screen.getByRole('button', { name: 'More of layer 1' }));
    await user.click(await screen.findByRole('button', { name: 'Remove layer 1' }));
    expect(store.getState().choice.layers.map(({ units }) => units)).toEqual([3, 3, 1]);
    expect(screen.getByRole('spinbutton', { name: 'Units of layer 3' })).toBeDisabled();
  });

  it('answers what is no number of units with a sentence, and changes nothing', async () => {
    const field = screen.getByRole('spinbutton', { name: 'Units of layer 1' });
    await user.clear(field);
    await user.paste('2.5');
    expect(screen.getByText('Expected a whole number from 1 to 4,096.')).toBeVisible();
    expect(store.getState().choice.layers[0]!.units).toBe(4);
    await user.tab();
    expect(field).toHaveValue('4');
    await user.click(field);
    await user.keyboard('{ArrowUp}');
    expect(store.getState().choice.layers[0]!.units).toBe(5);
    expect(step()).toBe('0');
  });

  it('refuses a file that is none with a sentence that names the field', async () => {
    const before = store.getState().choice;
    const text = '{"format":"other"}';
    // jsdom's files cannot be read.
    const file = Object.assign(new File([text], 'other.json', { type: 'application/json' }), {
      arrayBuffer: async () => new TextEncoder().encode(text).buffer,
    });
    await user.upload(screen.getByLabelText('Open a file'), file);
    expect(
      await screen.findByText(/other\.json was not opened\. format: expected "cacheback-model"/),
    ).toBeVisible();
    expect(store.getState().choice).toBe(before);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/was not opened/)).toBeNull();
  });

  it('lists its keys', async () => {
    await user.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toHaveTextContent('next layer');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('goes from the system’s theme to light and dark, and back', async () => {
    const themeOf = () => document.documentElement.dataset.theme;
    expect(themeOf()).toBe('light');
    await user.click(screen.getByRole('button', { name: 'Theme: as the system' }));
    await user.click(screen.getByRole('button', { name: 'Theme: light' }));
    expect(themeOf()).toBe('dark');
    await user.click(screen.getByRole('button', { name: 'Theme: dark' }));
    expect(themeOf()).toBe('light');
  });
});
