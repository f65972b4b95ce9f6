import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/state/store';
import { Segmented } from '../../../src/view/controls/Segmented';
import { Select } from '../../../src/view/controls/Select';
import { renderIn } from '../render';

const render = renderIn(createStore());

const options = [{ value: 'relu' }, { value: 'tanh' }, { value: 'silu', label: 'SiLU', aside: 'a curve' }];

function show() {
  const changed = vi.fn<(value: string) => void>();
  function Control() {
    const [value, setValue] = useState('tanh');
    return (
      <main>
        <Select
          label="Activation"
          value={value}
          options={options}
          onChange={(next) => {
            changed(next);
            setValue(next);
          }}
        />
      </main>
    );
  }
  render(<Control />);
  return {
    changed,
    user: userEvent.setup(),
    select: () => screen.getByRole('combobox', { name: 'Activation' }),
  };
}

describe('a select', () => {
  it('shows what is chosen, and brings its list when it is first asked for', async () => {
    const { user, select } = show();
    expect(select()).toHaveTextContent('tanh');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    await user.click(select());
    const names = (await screen.findAllByRole('option')).map((option) => option.textContent);
    expect(names).toEqual(['relu', 'tanh', expect.stringMatching(/^SiLU/)]);
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('tanh');
  });

  it('is used by keyboard alone, and gives the focus back', async () => {
    const { changed, user, select } = show();
    await user.tab();
    expect(select()).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('listbox');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(changed.mock.calls.flat()).toEqual(['silu']);
    expect(select()).toHaveTextContent('SiLU');
    expect(select()).toHaveFocus();
    await user.keyboard('{Enter}');
    await screen.findByRole('listbox');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('a row of things to choose from', () => {
  it('shows which is chosen, or none, and tells which is picked', async () => {
    const picked = vi.fn<(value: string) => void>();
    const user = userEvent.setup();
    const row = (value: string | undefined) => (
      <Segmented label="Kept" value={value} options={[{ value: 'Z' }, { value: 'A' }]} onChange={picked} />
    );
    const { rerender } = render(row('Z'));
    const pressed = () =>
      screen
        .getAllByRole('button')
        .filter((button) => button.getAttribute('aria-pressed') === 'true')
        .map(({ textContent }) => textContent);
    expect(pressed()).toEqual(['Z']);
    await user.click(screen.getByRole('button', { name: 'A' }));
    expect(picked.mock.calls.flat()).toEqual(['A']);
    rerender(row(undefined));
    expect(pressed()).toEqual([]);
  });
});
