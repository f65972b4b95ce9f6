// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectAddress } from '../../src/state/address';
import { type Choice, choiceOfFile, firstChoice, isOpened } from '../../src/state/choice';
import { setActivation, setAllKeeps, setKeep, setUnits } from '../../src/state/edits';
import type { Position } from '../../src/state/position';
import { linkOf, readLink } from '../../src/state/shared-link';
import { useStore } from '../../src/state/store';
import { plainFile, reading } from '../formats/files';

const reluBackward: Position = { phase: 'backward', op: 'activation', layer: 1 };
const cost: Position = { phase: 'loss', op: 'cost', layer: 3 };
const initial = useStore.getInitialState();
const { edit, moveTo, show } = initial;
const choice = () => useStore.getState().choice;
const position = () => useStore.getState().position;

/** The link to a choice in the view that the page opens on. */
const linkTo = (linked: Choice, at: Position) => linkOf(linked, at, initial);

/** An opened file with m examples in each of ten rows. */
const opened = (m: number) =>
  choiceOfFile(
    reading(
      plainFile({
        name: 'wide',
        layers: [{ units: 1, activation: 'linear' }],
        X: Array.from({ length: 10 }, (_, i) => Array.from({ length: m }, (_, j) => i + j / 7)),
        Y: [Array(m).fill(0)],
        parameters: undefined,
      }),
    ),
  );

/** Goes through the browser's history, as its buttons do, and waits until the page has heard of it. */
async function go(by: number): Promise<void> {
  const heard = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
  window.history.go(by);
  await heard;
}

let disconnect = () => {};

/** Opens the page at an address. */
function visit(hash = ''): void {
  window.history.pushState(null, '', `/${hash}`);
  disconnect = connectAddress();
}

beforeEach(() => {
  useStore.setState(initial, true);
});

afterEach(() => {
  disconnect();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('opening the page', () => {
  it('without a link shows the first model, and has its link in the address', () => {
    visit();
    expect(choice()).toEqual(firstChoice);
    expect(window.location.hash).toBe(linkTo(firstChoice, 'start').hash);
  });

  it('by a link shows its model at its step', () => {
    const linked = setAllKeeps('A')(firstChoice);
    visit(linkTo(linked, reluBackward).hash);
    expect(choice()).toEqual(linked);
    expect(position()).toEqual(reluBackward);
    expect(useStore.getState().notice).toBeUndefined();
  });

  it('by a link that is damaged says so, and shows the first model', () => {
    visit('#1.damaged');
    expect(choice()).toEqual(firstChoice);
    expect(useStore.getState().notice).toBe(
      'This link is damaged; here is the model that Cacheback opens on.',
    );
    expect(window.location.hash).toBe(linkTo(firstChoice, 'start').hash);
  });

  it('again shows opened data that was too large for the link', () => {
    visit();
    const large = opened(2000);
    show(large, 'start');
    expect(linkTo(large, 'start').whole).toBe(false);
    disconnect();
    useStore.setState(initial, true);
    disconnect = connectAddress();
    expect(choice()).toEqual(large);
  });
});

describe('the address', () => {
  it('follows a change of the model at once, and a step after a while', () => {
    vi.useFakeTimers();
    visit();
    edit(setKeep(1, 'A'));
    expect(window.location.hash).toBe(linkTo(choice(), 'start').hash);
    moveTo(cost);
    moveTo(reluBackward);
    expect(readLink(window.location.hash).position).toBe('start');
    vi.runAllTimers();
    expect(window.location.hash).toBe(linkTo(choice(), reluBackward).hash);
  });

  it('adds to the history for a change of the model, and never for a step', () => {
    vi.useFakeTimers();
    visit();
    const { length } = window.history;
    for (const next of [cost, reluBackward, cost]) {
      moveTo(next);
      vi.runAllTimers();
    }
    expect(window.history.length).toBe(length);
    edit(setKeep(1, 'A'));
    edit(setUnits(1, 5));
    expect(window.history.length).toBe(length + 2);
  });

  it('does not change for what is refused', () => {
    visit();
    const { hash } = window.location;
    edit(setUnits(1, 0));
    expect(window.location.hash).toBe(hash);
  });

  it('lets the page go on where the browser refuses so many changes', () => {
    visit();
    vi.spyOn(window.history, 'pushState').mockImplementation(() => {
      throw new DOMException('too many calls', 'SecurityError');
    });
    edit(setKeep(1, 'A'));
    expect(choice().layers[0]!.keep).toBe('A');
  });

  it('is left alone once it is disconnected', () => {
    vi.useFakeTimers();
    visit();
    const { hash } = window.location;
    moveTo(cost);
    disconnect();
    edit(setKeep(1, 'A'));
    vi.runAllTimers();
    expect(window.location.hash).toBe(hash);
  });
});

describe('the back button', () => {
  it('undoes the changes of the model one by one, and leaves the reader at the same step', async () => {
    visit();
    edit(setActivation(1, 'gelu'));
    moveTo(reluBackward);
    edit(setAllKeeps('none'));
    await go(-1);
    expect(choice()).toEqual(setActivation(1, 'gelu')(firstChoice));
    expect(position()).toEqual(reluBackward);
    await go(-1);
    expect(choice()).toEqual(firstChoice);
    expect(position()).toEqual(reluBackward);
    expect(readLink(window.location.hash)).toEqual({ choice: firstChoice, position: reluBackward });
    await go(1);
    expect(choice()).toEqual(setActivation(1, 'gelu')(firstChoice));
  });

  it('after a step of the way back begins a new way forward', async () => {
    visit();
    edit(setKeep(1, 'A'));
    edit(setKeep(2, 'A'));
    await go(-1);
    edit(setKeep(3, 'A'));
    expect(choice().layers.map((layer) => layer.keep)).toEqual(['A', 'Z', 'A']);
    await go(-1);
    expect(choice().layers.map((layer) => layer.keep)).toEqual(['A', 'Z', 'Z']);
  });

  it.each([
    ['too large for the link', 2000],
    ['too large for an entry of the history', 60_000],
  ])('brings back opened data that is %s', async (_, m) => {
    visit();
    const large = opened(m);
    show(large, 'start');
    edit(setKeep(1, 'none'));
    await go(-1);
    expect(choice()).toEqual(large);
    await go(-1);
    expect(choice()).toEqual(firstChoice);
    await go(1);
    expect(isOpened(choice().data)).toBe(true);
    expect(useStore.getState().notice).toBeUndefined();
  });

  it('stops what plays, and takes the notice away', async () => {
    visit();
    edit(setKeep(1, 'A'));
    useStore.setState({ playing: true, notice: 'an old one' });
    await go(-1);
    expect(useStore.getState()).toMatchObject({ playing: false, notice: undefined });
  });
});

describe('a link that is pasted into the address of the open page', () => {
  const paste = async (hash: string) => {
    const heard = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    window.location.hash = hash;
    await heard;
  };

  it('shows its model at its step, and the back button leads to what was there', async () => {
    visit();
    edit(setKeep(1, 'A'));
    const linked = setAllKeeps('mask')(firstChoice);
    await paste(linkTo(linked, cost).hash);
    expect(choice()).toEqual(linked);
    expect(position()).toEqual(cost);
    await go(-1);
    expect(choice()).toEqual(setKeep(1, 'A')(firstChoice));
  });

  it('says so where it is damaged', async () => {
    visit();
    await paste('#1.damaged');
    expect(useStore.getState().notice).toMatch(/^This link is damaged/);
    expect(choice()).toEqual(firstChoice);
  });
});
