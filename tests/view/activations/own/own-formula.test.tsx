import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { isDefined } from '../../../../src/core/activations';
import { firstChoice } from '../../../../src/state/choice/choice';
import { OWN, opening } from '../../../../src/state/shown/view';
import { createStore } from '../../../../src/state/store';
import { ActivationsView } from '../../../../src/view/activations/ActivationsView';
import { layoutOf } from '../../../../src/view/layout';
import { renderIn } from '../../render';

const store = createStore();
const render = renderIn(store);

const write = (formula: string) => {
  render(<ActivationsView layout={layoutOf(1440, 900)} />);
  fireEvent.change(screen.getByRole('textbox', { name: 'g(z)' }), { target: { value: formula } });
};

beforeEach(() => {
  // What was typed is kept over a reload, and so over tests.
  sessionStorage.clear();
  store.setState({
    choice: firstChoice,
    position: 'start',
    ...opening,
    exploring: { activation: OWN, layer: 1 },
  });
});

const PATIENCE = { timeout: 50_000 };

describe('an activation of one’s own', () => {
  it('is judged as it is written, and tells its derivative', async () => {
    write('z^3');
    await screen.findByText('Slope by symbolic differentiation: 3 * z ^ 2.', {}, PATIENCE);
    expect(
      screen.getByRole('heading', { level: 2, name: 'mine · A is enough, checked for z from −12 to 12' }),
    ).toBeInTheDocument();
  });

  it('says when and why its slope is found automatically', async () => {
    write('floor(z)');
    await screen.findByText(/by automatic differentiation: a part of it has no symbolic/, {}, PATIENCE);
  });

  it('says where it overflows, and where it has no value', async () => {
    write('z > 0 ? exp(exp(z)) : sqrt(z + 6)');
    await screen.findByText(
      /It has no finite value or slope from −12 to −6\. It overflows from 6\.5\d* to 12\./,
      {},
      PATIENCE,
    );
  });

  it('points at what is wrong, and is judged no longer', async () => {
    write('exp(z) + x');
    await screen.findByText('Expected z, pi or e, but found "x" at character 10.', {}, PATIENCE);
    expect(screen.getByRole('textbox', { name: 'g(z)' })).toBeInvalid();
    expect(screen.queryByRole('heading', { level: 2, name: /·/ })).not.toBeInTheDocument();
  });

  it('goes into a layer under its name', async () => {
    write('z * cos(z)');
    const user = userEvent.setup();
    await user.clear(screen.getByRole('textbox', { name: 'Name' }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'wave');
    await user.click(await screen.findByRole('combobox', { name: 'Use wave in a layer' }, PATIENCE));
    await user.click(await screen.findByRole('option', { name: /layer 2/ }, PATIENCE));
    const [, layer] = store.getState().choice.layers;
    expect(layer).toMatchObject({ activation: 'wave', own: { formula: 'z * cos(z)' } });
    expect(isDefined(layer!.own!)).toBe(true);
  });

  it('says that A would do where no slope in terms of a is given, and that none can be right where Z is needed', async () => {
    write('tanh(z)');
    await screen.findByText('A would do; give g′ in terms of a and it will be used.', {}, PATIENCE);
    fireEvent.change(screen.getByRole('textbox', { name: 'g(z)' }), { target: { value: 'z^2' } });
    await screen.findByText('There is none: Z is needed.', {}, PATIENCE);
  });

  it('holds the slopes that are given against central differences, and says where they are off most', async () => {
    write('tanh(z)');
    const fill = (name: string, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
    fill('g′(z), optional', '1 - tanh(z)');
    fill('g′ in terms of a, optional', '1 - a^2');
    await screen.findByText(
      /^g′\(z\) is wrong at \d+ of \d+ points from z = −12 to .*, worst at z = −\d.*: it gives 2, central differences give .*The network uses it as it stands\.$/,
      {},
      PATIENCE,
    );
    await screen.findByText(
      /^g′ in terms of a agrees with central differences of g at all \d+ points that were tried from z = −12 to 12\.$/,
      {},
      PATIENCE,
    );
    expect(screen.getByRole('heading', { level: 2, name: /mine · A is enough/ })).toBeInTheDocument();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('combobox', { name: 'Use mine in a layer' }, PATIENCE));
    await user.click(await screen.findByRole('option', { name: /layer 1/ }, PATIENCE));
    expect(store.getState().choice.layers[0]!.own).toEqual({
      formula: 'tanh(z)',
      slope: '1 - tanh(z)',
      slopeFromA: '1 - a^2',
    });
  });

  it('never says by hand what its headline denies', async () => {
    for (const [formula, verdict] of [
      ['max(z, 0)', 'A is enough'],
      ['(z + sqrt(z^2))/2', 'A is enough'],
      ['tanh(z-30)', 'A is enough'],
      ['z^2/1000000', 'Z is needed'],
    ] as const) {
      write(formula);
      const heading = await screen.findByRole(
        'heading',
        { level: 2, name: new RegExp(`· ${verdict}`) },
        PATIENCE,
      );
      for (const z of [-3, -1, 0, 0.5, 2]) {
        fireEvent.change(screen.getByRole('slider', { name: 'z' }), { target: { value: String(z) } });
        expect(heading).toHaveTextContent(verdict);
        const card = heading.parentElement!;
        if (verdict === 'A is enough') expect(card).not.toHaveTextContent(/no code can tell/);
        else expect(card).not.toHaveTextContent(/A tells it/);
      }
      cleanup();
    }
  });
});
