import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';

afterEach(cleanup);

// As in a page that shows no picture before it starts: what would be in it comes first. It is asked for only now, since
// what is imported above comes before the mocks of a test.
beforeAll(async () => {
  const { loadAsBuilt } = await import('../src/view/later');
  await loadAsBuilt();
});

configure({
  // Parts of the page that are loaded when asked for may take a while on a busy machine.
  asyncUtilTimeout: 20_000,
  // What is waited for is missing many times before it comes: to write the whole page into each of these errors takes
  // longer than to look.
  getElementError: (message) => new Error(message ?? undefined),
});

/* What browsers have and jsdom lacks, doing nothing: a light, wide screen that never changes and draws no canvas. */

vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: false,
  addEventListener() {},
  removeEventListener() {},
}));

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);

Object.defineProperty(document, 'fonts', { value: new EventTarget() });

HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView = () => {};
Element.prototype.hasPointerCapture = () => false;
Element.prototype.setPointerCapture = () => {};
Element.prototype.releasePointerCapture = () => {};

// jsdom lays nothing out.
Element.prototype.checkVisibility = () => true;
