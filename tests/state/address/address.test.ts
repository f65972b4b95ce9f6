// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { readLink } from '../../../src/state/address/shared-link';
import { firstChoice } from '../../../src/state/choice/choice';
import { setAllKeeps, setKeep, setUnits } from '../../../src/state/choice/edits';
import { selectExpectedReport } from '../../../src/state/opening/expected';
import { plainFile } from '../../formats/files';
import {
  choice,
  cost,
  go,
  initial,
  leave,
  linkTo,
  position,
  reload,
  reluBackward,
  store,
  visit,
} from '../browser';
import { opened } from '../opened';

const { edit, moveTo, open, show } = initial;

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
    expect(store.getState().notice).toBeUndefined();
  });

  it('by a link that is damaged says so, and shows the first model', () => {
    visit('#1.damaged');
    expect(choice()).toEqual(firstChoice);
    expect(store.getState().notice).toBe('This link is damaged; here is the model that Cacheback opens on.');
    expect(window.location.hash).toBe(linkTo(firstChoice, 'start').hash);
  });

  it('again shows opened data that was too large for the link', () => {
    visit();
    const large = opened(2000);
    show(large, 'start');
    expect(linkTo(large, 'start').whole).toBe(false);
    reload();
    expect(choice()).toEqual(large);
  });

  it('again knows what the opened file expects, after a change of the model too', async () => {
    visit();
    const expected = {
      Z1: [
        [9, 12, 15],
        [19, 26, 33],
      ],
      cost: 0.5,
    };
    // jsdom's files cannot be read.
    const arrayBuffer = async () => new TextEncoder().encode(JSON.stringify(plainFile({ expected }))).buffer;
    await open(Object.assign(new File([], 'plain.json'), { arrayBuffer }));
    edit(setKeep(1, 'none'));
    reload();
    expect(store.getState().expectations).toEqual([
      { of: choice(), tensors: expected, sources: ['plain.json'] },
    ]);
    expect(selectExpectedReport(store.getState())!.tensors).toBe(2);
    await go(-1);
    expect(store.getState().expectations).toHaveLength(1);
    expect(selectExpectedReport(store.getState())!.tensors).toBe(2);
  });

  it('again expects nothing of what was drawn', () => {
    visit();
    edit(setKeep(1, 'A'));
    reload();
    expect(store.getState().expectations).toEqual([]);
  });
});

describe('the address', () => {
  it('follows a change of the model once it is drawn, and a step after a while', () => {
    vi.useFakeTimers();
    visit();
    edit(setKeep(1, 'A'));
    vi.advanceTimersToNextFrame();
    vi.advanceTimersByTime(1);
    expect(window.location.hash).toBe(linkTo(choice(), 'start').hash);
    moveTo(cost);
    moveTo(reluBackward);
    expect(readLink(window.location.hash).position).toBe('start');
    vi.runAllTimers();
    expect(window.location.hash).toBe(linkTo(choice(), reluBackward).hash);
  });

  it('waits until a reader who steps quickly has come to rest', () => {
    vi.useFakeTimers();
    visit();
    const replaceState = vi.spyOn(window.history, 'replaceState');
    for (const next of [cost, reluBackward, cost, reluBackward]) {
      moveTo(next);
      vi.advanceTimersByTime(100);
    }
    expect(replaceState).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(replaceState).toHaveBeenCalledOnce();
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
    leave();
    edit(setKeep(1, 'A'));
    vi.runAllTimers();
    expect(window.location.hash).toBe(hash);
  });
});
