import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NumberField } from '../../../src/view/controls/NumberField';

type Props = Partial<Parameters<typeof NumberField>[0]>;

/** A field that takes what is typed into it, as those of the page do; returns what it was changed to. */
function show(props: Props = {}) {
  const changed = vi.fn<(value: number) => void>();
  function Field() {
    const [value, setValue] = useState(props.value ?? 4);
    return (
      <NumberField
        label="Units"
        least={1}
        most={4096}
        {...props}
        value={value}
        onChange={(next) => {
          changed(next);
          setValue(next);
        }}
      />
    );
  }
  render(<Field />);
  return { changed, field: screen.getByRole('spinbutton', { name: 'Units' }), user: userEvent.setup() };
}

describe('a field for a number', () => {
  it('takes a number that is typed once, when Enter is pressed', async () => {
    const { changed, field } = show();
    // At once, for a busy machine's pause between two keys would count as one.
    for (const value of ['', '1', '12']) fireEvent.change(field, { target: { value } });
    expect(changed).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(changed.mock.calls.flat()).toEqual([12]);
    expect(field).toBeValid();
    expect(field).toHaveAttribute('aria-valuenow', '12');
  });

  it.each(['', '0', '4097', '2.5', 'four', '-3', '1e9', 'Infinity', '0x'])(
    'answers “%s” with a sentence on what it expects, and changes nothing',
    async (text) => {
      const { changed, field, user } = show();
      await user.clear(field);
      if (text) await user.click(field);
      if (text) await user.paste(text);
      expect(field).toBeInvalid();
      expect(field).toHaveAccessibleDescription('Expected a whole number from 1 to 4,096.');
      expect(changed).not.toHaveBeenCalled();
    },
  );

  it('takes it when the field is left, and once somebody rests', async () => {
    const { changed, field } = show();
    for (const value of ['', '1', '12']) fireEvent.change(field, { target: { value } });
    fireEvent.blur(field);
    expect(changed.mock.calls.flat()).toEqual([12]);
    for (const value of ['1', '130']) fireEvent.change(field, { target: { value } });
    await waitFor(() => expect(changed.mock.calls.flat()).toEqual([12, 130]), { timeout: 5000 });
    fireEvent.blur(field);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('shows the number there is where a change was refused', async () => {
    render(<NumberField label="Seed" value={4} onChange={() => undefined} />);
    const user = userEvent.setup();
    const field = screen.getByRole('spinbutton', { name: 'Seed' });
    await user.clear(field);
    await user.type(field, '9{Enter}');
    expect(field).toHaveValue('4');
  });

  it('goes back to its number when it is left with what is none', async () => {
    const { field, user } = show();
    await user.type(field, 'x');
    await user.tab();
    expect(field).toHaveValue('4');
    expect(field).toBeValid();
  });

  it('counts up and down by arrow keys, and not beyond its range', async () => {
    const { changed, field, user } = show({ value: 2 });
    await user.click(field);
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(changed.mock.calls.flat()).toEqual([3, 2, 1]);
  });

  it('has buttons for one less and one more, off at the ends', async () => {
    const { changed, user } = show({ value: 4095, steps: ['One fewer', 'One more'] });
    await user.click(screen.getByRole('button', { name: 'One more' }));
    expect(screen.getByRole('button', { name: 'One more' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'One fewer' }));
    expect(changed.mock.calls.flat()).toEqual([4096, 4095]);
  });

  it('takes fractions and signs where numbers need not be whole, and leaves arrow keys alone there', async () => {
    const { changed, field, user } = show({ whole: false, least: -5, most: 5 });
    await user.clear(field);
    await user.paste('-0.25');
    await user.keyboard('{ArrowUp}{Enter}');
    expect(changed.mock.calls.flat()).toEqual([-0.25]);
    await user.clear(field);
    await user.paste('1e999');
    expect(field).toHaveAccessibleDescription('Expected a number from -5 to 5.');
  });
});
