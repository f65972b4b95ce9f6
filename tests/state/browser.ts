import { afterEach, beforeEach, vi } from 'vitest';
import { connectAddress } from '../../src/state/address/address';
import { linkOf } from '../../src/state/address/shared-link';
import type { Choice } from '../../src/state/choice/choice';
import type { Position } from '../../src/state/position';
import { createStore } from '../../src/state/store';

export const store = createStore();

export const reluBackward: Position = { phase: 'backward', op: 'activation', layer: 1 };
export const cost: Position = { phase: 'loss', op: 'cost', layer: 3 };

/** The store as it is before anything happened. */
export const initial = store.getInitialState();
export const choice = () => store.getState().choice;
export const position = () => store.getState().position;

/** The link to a choice in the view that the page opens on. */
export const linkTo = (linked: Choice, at: Position) => linkOf(linked, at, initial);

let disconnect = () => {};

/** Opens the page at an address. */
export function visit(hash = ''): void {
  window.history.pushState(null, '', `/${hash}`);
  disconnect = connectAddress(store);
}

/** Closes the page; its address and the browser's history stay. */
export const leave = (): void => disconnect();

/** Opens the page again at the address where it is. */
export function reload(): void {
  leave();
  store.setState(initial, true);
  disconnect = connectAddress(store);
}

/** Does what moves through the browser's history, and waits until the page has heard of it. */
export async function hearing(move: () => void): Promise<void> {
  const heard = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
  move();
  await heard;
}

/** Waits until what was changed is on the screen, and written into the browser's history. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))));

/** Goes through the browser's history, as its buttons do. */
export const go = (by: number): Promise<void> => hearing(() => window.history.go(by));

/** Types another link into the address of the open page. */
export const paste = (hash: string): Promise<void> =>
  hearing(() => {
    window.location.hash = hash;
  });

beforeEach(() => {
  store.setState(initial, true);
});

afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.restoreAllMocks();
});
