import { afterEach, describe, expect, test, vi } from 'vitest';
import { useProgress } from '../../src/state/learning/progress';
import { createDisplay } from '../../src/state/shown/display';
import { usePanels } from '../../src/state/shown/panels';
import { useTheme } from '../../src/state/shown/theme';

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

describe('a storage that is full, or that the browser forbids', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each(['getItem', 'setItem', 'removeItem'] as const)(
    'lets all be done though its %s fails',
    (method) => {
      vi.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
      const warned = vi.spyOn(console, 'warn');
      const display = createDisplay();
      display.getState().present(true);
      display.getState().share('network');
      expect(display.getState()).toMatchObject({ presenting: true, sharing: 'network' });
      useTheme.getState().setTheme('dark');
      expect(useTheme.getState().theme).toBe('dark');
      usePanels.getState().fold('code', true);
      expect(usePanels.getState().hidden).toContain('code');
      usePanels.getState().fold('code', false);
      useProgress.getState().finish('caches');
      expect(useProgress.getState().done).toContain('caches');
      expect(warned).not.toHaveBeenCalled();
    },
  );
});
