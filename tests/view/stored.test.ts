import { describe, expect, test } from 'vitest';
import { createDisplay } from '../../src/state/display';
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

describe('what shares its colour scales', () => {
  const sharingOf = (stored: string) => {
    localStorage.setItem('cacheback-colours', stored);
    return createDisplay().getState().sharing;
  };

  test('is remembered', () => {
    localStorage.clear();
    createDisplay().getState().share('network');
    expect(createDisplay().getState().sharing).toBe('network');
  });

  test('is each layer for itself where what is stored says nothing of it', () => {
    for (const state of ['{"sharing":"all"}', '{"sharing":null}', '{}', '[]', 'null', '7'])
      expect(sharingOf(`{"state":${state},"version":0}`), state).toBe('layer');
    for (const stored of ['', 'network', '{', 'null']) expect(sharingOf(stored), stored).toBe('layer');
  });

  test('is all that is remembered of how things are shown', () => {
    localStorage.clear();
    const display = createDisplay().getState();
    display.present(true);
    display.comeClose(true);
    expect(createDisplay().getState()).toMatchObject({ presenting: false, close: false });
  });
});
