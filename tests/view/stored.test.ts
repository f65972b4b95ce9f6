import { expect, test } from 'vitest';
import { useTheme } from '../../src/state/theme';

const read = async (stored: string) => {
  useTheme.setState({ theme: 'system' });
  localStorage.setItem('cacheback-theme', stored);
  await useTheme.persist.rehydrate();
  return useTheme.getState();
};

test('a stored theme is taken up', async () => {
  expect((await read('{"state":{"theme":"dark"},"version":0}')).theme).toBe('dark');
});

test('a stored value that is no theme is ignored', async () => {
  for (const state of [
    '{"theme":"sepia"}',
    '{"theme":null}',
    '{"theme":{"a":1}}',
    '{}',
    '[]',
    'null',
    '7',
    '"dark"',
  ])
    expect((await read(`{"state":${state},"version":0}`)).theme, state).toBe('system');
  for (const stored of ['', 'dark', '{', 'null', '7', '[]', '{"version":0}'])
    expect((await read(stored)).theme, stored).toBe('system');
});

test('nothing that is stored stands in for what the page does', async () => {
  const { setTheme } = await read('{"state":{"theme":"light","setTheme":"x"},"version":0}');
  expect(setTheme).toBeTypeOf('function');
});
