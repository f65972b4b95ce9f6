import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';

/**
 * The system's theme as Chromium tells of it: a change that somebody has read before it is told of is no change any
 * more, and nobody is told.
 */
function system() {
  const listeners = new Set<(event: { matches: boolean }) => void>();
  let [isDark, seen] = [false, false];
  const query = {
    get matches() {
      seen = isDark;
      return isDark;
    },
    addEventListener: (_: string, listener: (event: { matches: boolean }) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: { matches: boolean }) => void) =>
      listeners.delete(listener),
  };
  return {
    matchMedia: () => query,
    turn(dark: boolean) {
      isDark = dark;
    },
    tell() {
      if (seen === isDark) return;
      seen = isDark;
      for (const listener of listeners) listener({ matches: isDark });
    },
  };
}

it('all parts follow the system, though one of them is drawn between its change and the word of it', async () => {
  const { matchMedia, turn, tell } = system();
  vi.stubGlobal('matchMedia', matchMedia);
  vi.resetModules();
  const { useThemeName } = await import('../../src/view/useThemeName');
  const Part = ({ name }: { name: string }) => <p>{`${name}: ${useThemeName()}`}</p>;
  let draw = (_: string): void => undefined;
  function Drawn() {
    const [name, setName] = useState('first');
    draw = setName;
    return <Part name={name} />;
  }
  render(
    <>
      <Part name="page" />
      <Drawn />
    </>,
  );
  expect(screen.getByText('page: light')).toBeVisible();
  turn(true);
  act(() => draw('again'));
  act(tell);
  expect(screen.getByText('page: dark')).toBeVisible();
  expect(screen.getByText('again: dark')).toBeVisible();
});
