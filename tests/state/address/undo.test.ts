// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import * as entries from '../../../src/state/address/undo';
import { firstChoice } from '../../../src/state/choice/choice';
import { setActivation, setAllKeeps, setKeep } from '../../../src/state/choice/edits';
import {
  choice,
  drawn,
  hearing,
  initial,
  linkTo,
  paste,
  position,
  reload,
  reluBackward,
  store,
  visit,
} from '../browser';

const { compare, edit, explore, moveTo, setPredicting, setView } = initial;
const undo = () => entries.undo(store);
const redo = () => entries.redo(store);

const keeps = () => choice().layers.map(({ keep }) => keep);

describe('undoing', () => {
  it('takes changes back one by one, as the back button does, and redoing does them again', async () => {
    visit();
    edit(setActivation(1, 'gelu'));
    moveTo(reluBackward);
    edit(setAllKeeps('none'));
    await hearing(undo);
    expect(choice()).toEqual(setActivation(1, 'gelu')(firstChoice));
    expect(position()).toEqual(reluBackward);
    await hearing(undo);
    expect(choice()).toEqual(firstChoice);
    await hearing(redo);
    await hearing(redo);
    expect(choice()).toEqual(setAllKeeps('none')(setActivation(1, 'gelu')(firstChoice)));
  });

  it('never leaves the page: neither at its first entry, nor by two keys at once', () => {
    visit();
    edit(setKeep(1, 'A'));
    const back = vi.spyOn(window.history, 'back');
    undo();
    undo();
    undo();
    expect(back).toHaveBeenCalledTimes(1);
  });

  it('never goes further forward than the last change', async () => {
    visit();
    const forward = vi.spyOn(window.history, 'forward');
    redo();
    expect(forward).not.toHaveBeenCalled();
    edit(setKeep(1, 'A'));
    edit(setKeep(2, 'A'));
    await hearing(undo);
    edit(setKeep(3, 'A'));
    redo();
    expect(forward).not.toHaveBeenCalled();
    expect(keeps()).toEqual(['A', 'Z', 'A']);
  });

  it('goes on after a reload, and over a link that was pasted', async () => {
    visit();
    edit(setKeep(1, 'A'));
    reload();
    await paste(linkTo(setKeep(2, 'none')(firstChoice), 'start').hash);
    expect(keeps()).toEqual(['Z', 'none', 'Z']);
    await hearing(undo);
    expect(keeps()).toEqual(['A', 'Z', 'Z']);
    await hearing(undo);
    expect(keeps()).toEqual(['Z', 'Z', 'Z']);
    const back = vi.spyOn(window.history, 'back');
    undo();
    expect(back).not.toHaveBeenCalled();
  });

  it('of a change leaves what was set up since as it is: the rules in Compare, what is looked at, and whether steps are asked', async () => {
    visit();
    setView('compare');
    edit(setKeep(1, 'A'));
    const setUp = {
      comparing: { plans: ['Z', 'A', 'none'], difference: 'dW1' },
      exploring: { activation: 'gelu', layer: 2 },
      predicting: true,
    };
    compare(setUp.comparing);
    explore(setUp.exploring);
    setPredicting(true);
    await drawn();
    await hearing(undo);
    expect(keeps()).toEqual(['Z', 'Z', 'Z']);
    expect(store.getState()).toMatchObject(setUp);
    await hearing(undo);
    expect(store.getState()).toMatchObject({ ...setUp, view: 'step' });
  });

  it('leads back to the view that was left', async () => {
    visit();
    setView('compare');
    edit(setKeep(1, 'A'));
    await hearing(undo);
    expect(keeps()).toEqual(['Z', 'Z', 'Z']);
    await hearing(undo);
    expect(window.location.hash).not.toContain('compare');
  });
});
