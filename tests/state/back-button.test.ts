// @vitest-environment jsdom
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/state/address/shared-link';
import { firstChoice, isOpened } from '../../src/state/choice/choice';
import { setActivation, setAllKeeps, setKeep } from '../../src/state/choice/edits';
import { readView } from '../../src/state/shown/view';
import {
  choice,
  cost,
  drawn,
  go,
  initial,
  linkTo,
  paste,
  position,
  reluBackward,
  store,
  visit,
} from './browser';
import { opened } from './opened';

const { edit, moveTo, show } = initial;

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
    expect(isDeepStrictEqual(choice(), large)).toBe(true);
    await go(-1);
    expect(choice()).toEqual(firstChoice);
    await go(1);
    expect(isOpened(choice().data)).toBe(true);
    expect(store.getState().notice).toBeUndefined();
  });

  it('leads from the comparison back to the steps, with the model as it was', async () => {
    visit();
    edit(setKeep(1, 'A'));
    initial.setView('compare');
    await drawn();
    expect(readView(window.location.hash.split('/')[2]).view).toBe('compare');
    await go(-1);
    expect(store.getState().view).toBe('step');
    expect(choice()).toEqual(setKeep(1, 'A')(firstChoice));
    await go(1);
    expect(store.getState().view).toBe('compare');
  });

  it('stops what plays, and takes the notice away', async () => {
    visit();
    edit(setKeep(1, 'A'));
    store.setState({ playing: true, notice: 'an old one' });
    await go(-1);
    expect(store.getState()).toMatchObject({ playing: false, notice: undefined });
  });
});

describe('a link that is pasted into the address of the open page', () => {
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
    expect(store.getState().notice).toMatch(/^This link is damaged/);
    expect(choice()).toEqual(firstChoice);
  });
});
