import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../src/state/store';
import { later, useInTime, useLater } from '../../src/view/later';
import { renderIn } from './render';

const store = createStore();
const render = renderIn(store);

const Part = () => <p>here</p>;

/** Shows a part that comes in time, by an import that may fail. */
function show(importing: () => Promise<typeof Part>) {
  const part = later('Part', async () => ({ Part: await importing() }));
  const Page = () => {
    const Now = useInTime(part);
    return Now ? <Now /> : <p>not yet</p>;
  };
  render(<Page />);
}

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe('a part that nobody asks for', () => {
  it('comes once the page has been at rest for a while', async () => {
    const importing = vi.fn(async () => Part);
    show(importing);
    await wait(2000);
    expect(importing).not.toHaveBeenCalled();
    await wait(1000);
    expect(screen.getByText('here')).toBeVisible();
  });

  it.each([
    ['key', () => fireEvent.keyDown(document.body, { key: 'ArrowRight' })],
    ['touch', () => fireEvent.pointerDown(document.body)],
  ])('comes at the first %s', async (_, input) => {
    show(async () => Part);
    input();
    await wait(0);
    expect(screen.getByText('here')).toBeVisible();
  });

  it('that cannot be had is done without, and tried again at the next touch', async () => {
    const importing = vi.fn(async () => Part).mockRejectedValueOnce(new Error('offline'));
    show(importing);
    await wait(3000);
    expect(screen.getByText('not yet')).toBeVisible();
    fireEvent.pointerDown(document.body);
    await wait(0);
    expect(screen.getByText('here')).toBeVisible();
  });
});

it('a part that was asked for and has not come is taken back by Escape', async () => {
  const list = later('Part', () => new Promise<{ Part: typeof Part }>(() => undefined));
  const Page = () => {
    const [asked, setAsked] = useState(true);
    useLater(list, asked, () => setAsked(false));
    return <p>{asked ? 'asked for' : 'taken back'}</p>;
  };
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  expect(screen.getByText('asked for')).toBeVisible();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.getByText('taken back')).toBeVisible();
});
