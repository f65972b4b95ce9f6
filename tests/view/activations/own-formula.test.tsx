import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstChoice } from '../../../src/state/choice';
import { useStore } from '../../../src/state/store';
import { OWN, opening } from '../../../src/state/view';
import { ActivationsView } from '../../../src/view/activations/ActivationsView';
import { layoutOf } from '../../../src/view/layout';

const write = (formula: string) => {
  render(<ActivationsView layout={layoutOf(1440, 900)} />);
  fireEvent.change(screen.getByRole('textbox', { name: 'g(z)' }), { target: { value: formula } });
};

beforeEach(() =>
  useStore.setState({
    choice: firstChoice,
    position: 'start',
    ...opening,
    exploring: { activation: OWN, layer: 1 },
  }),
);

const PATIENCE = { timeout: 15_000 };

describe('an activation of one’s own', () => {
  it('is judged as it is written, and tells its derivative', async () => {
    write('z^3');
    await screen.findByText('Slope by symbolic differentiation: 3 * z ^ 2.', {}, PATIENCE);
    expect(
      screen.getByRole('heading', { level: 2, name: 'mine · A is enough for z from −12 to 12' }),
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
    expect(useStore.getState().choice.layers[1]).toMatchObject({ activation: 'wave', formula: 'z * cos(z)' });
  });
});
