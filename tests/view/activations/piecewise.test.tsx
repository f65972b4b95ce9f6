import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/state/store';
import { ActivationsView } from '../../../src/view/activations/ActivationsView';
import { layoutOf } from '../../../src/view/layout';
import { StoreProvider } from '../../../src/view/store';

// What is drawn at once and what later is what this is about: nothing is waited for.
beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false));
afterEach(() => void vi.unstubAllGlobals());

it('lists the activations at once, and tells of one as soon as nothing else is to be done', async () => {
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() =>
    root.render(
      <StoreProvider store={createStore()}>
        <ActivationsView layout={layoutOf(1440, 900)} />
      </StoreProvider>,
    ),
  );
  const routes = () => document.querySelector('[aria-label="What a number format loses"]');
  expect(document.querySelector('[aria-label="Is A enough?"]')).not.toBeNull();
  expect(routes()).toBeNull();
  await vi.waitFor(() => expect(routes()).not.toBeNull(), { timeout: 20_000 });
  root.unmount();
});
