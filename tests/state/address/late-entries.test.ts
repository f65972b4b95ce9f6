// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as links from '../../../src/formats/link';
import { readLink } from '../../../src/state/address/shared-link';
import { firstChoice } from '../../../src/state/choice/choice';
import { setKeep, setUnits } from '../../../src/state/choice/edits';
import { choice, cost, drawn, go, initial, leave, linkTo, position, reload, store, visit } from '../browser';

vi.mock(import('../../../src/formats/link'), async (original) => {
  const whole = await original();
  return { ...whole, packLink: vi.fn(whole.packLink) };
});

const { edit, moveTo } = initial;

const linked = () => readLink(window.location.hash).choice;

afterEach(() => {
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
});

describe('a change of the model', () => {
  it('packs no link before the picture is drawn, and has its entry at once', async () => {
    visit();
    const { length } = window.history;
    vi.mocked(links.packLink).mockClear();
    edit(setKeep(1, 'A'));
    expect(links.packLink).not.toHaveBeenCalled();
    expect(window.history.length).toBe(length + 1);
    await drawn();
    expect(links.packLink).toHaveBeenCalledOnce();
    expect(window.location.hash).toBe(linkTo(choice(), 'start').hash);
  });

  it('loses none of several before a picture, each with its own entry', async () => {
    visit();
    const { length } = window.history;
    edit(setKeep(1, 'A'));
    edit(setUnits(1, 5));
    edit(setKeep(2, 'A'));
    expect(window.history.length).toBe(length + 3);
    await drawn();
    const seen = [linked()];
    for (let i = 0; i < 3; i++) {
      await go(-1);
      seen.push(linked());
    }
    const [first, second] = [setKeep(1, 'A')(firstChoice), setUnits(1, 5)(setKeep(1, 'A')(firstChoice))];
    expect(seen).toEqual([setKeep(2, 'A')(second), second, first, firstChoice]);
  });

  it('is undone before it is written, and done again as it was', async () => {
    visit();
    edit(setKeep(1, 'A'));
    await go(-1);
    expect(choice()).toEqual(firstChoice);
    await drawn();
    expect(linked()).toEqual(firstChoice);
    await go(1);
    expect(choice()).toEqual(setKeep(1, 'A')(firstChoice));
    expect(linked()).toEqual(choice());
  });

  it('is written with the step that was taken before the picture was drawn', async () => {
    visit();
    edit(setKeep(1, 'A'));
    moveTo(cost);
    await drawn();
    expect(readLink(window.location.hash)).toEqual({ choice: choice(), position: cost });
  });

  it.each<[what: string, happens: () => void]>([
    ['is about to go', () => window.dispatchEvent(new Event('beforeunload'))],
    ['goes', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'is hidden',
      () => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
    ['is left', leave],
  ])('is written before its picture where the page %s', (_, happens) => {
    visit();
    edit(setKeep(1, 'A'));
    happens();
    expect(linked()).toEqual(setKeep(1, 'A')(firstChoice));
  });

  it('is written at once in a hidden page, which draws nothing', () => {
    visit();
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    edit(setKeep(1, 'A'));
    expect(linked()).toEqual(setKeep(1, 'A')(firstChoice));
  });

  it.each([
    ['the empty entry', true],
    ['no entry at all', false],
  ])('is there after a reload before its picture, of which the browser knows %s', (_, knows) => {
    visit();
    edit(setKeep(1, 'A'));
    const { state } = window.history;
    const { hash } = window.location;
    window.dispatchEvent(new Event('beforeunload'));
    leave();
    window.history.replaceState(knows ? state : null, '', hash);
    reload();
    expect(choice()).toEqual(setKeep(1, 'A')(firstChoice));
    expect(linked()).toEqual(choice());
  });

  it('is not taken for another entry, nor what stands in the storage for a link', () => {
    visit();
    edit(setKeep(1, 'A'));
    window.dispatchEvent(new Event('beforeunload'));
    leave();
    const left = sessionStorage.getItem('cacheback-left')!;
    for (const stored of [left, '{"over":1', '{"over":"#1","hash":7}']) {
      sessionStorage.setItem('cacheback-left', stored);
      window.history.replaceState({ depth: 1 }, '', linkTo(setKeep(2, 'A')(firstChoice), 'start').hash);
      reload();
      expect(choice()).toEqual(setKeep(2, 'A')(firstChoice));
    }
  });

  it('is there after a reload that came before its picture', () => {
    visit();
    edit(setKeep(1, 'A'));
    reload();
    expect(choice()).toEqual(setKeep(1, 'A')(firstChoice));
    expect(position()).toBe('start');
    expect(store.getState().notice).toBeUndefined();
  });
});
