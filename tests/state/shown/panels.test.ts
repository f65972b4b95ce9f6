// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { linkOf, readLink, viewIn } from '../../../src/state/address/shared-link';
import { firstChoice } from '../../../src/state/choice/choice';
import { hiddenIn, panelNames, usePanels, writeHidden } from '../../../src/state/shown/panels';
import { opening } from '../../../src/state/shown/view';
import { hearing, initial, paste, visit } from '../browser';

const { hidden, fold, follow } = { ...usePanels.getState(), hidden: () => usePanels.getState().hidden };

/** What this device has stored of panels. */
const stored = (): unknown => JSON.parse(localStorage.getItem('cacheback-panels') ?? 'null')?.state.hidden;

beforeEach(() => {
  localStorage.clear();
  usePanels.setState({ hidden: [], kept: [] });
});

describe('what is folded away', () => {
  it('stands in links, in one order, and is read out of them', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...panelNames]), (panels) => {
        const { hash } = linkOf(firstChoice, 'start', { ...opening, predicting: true }, panels);
        expect(hiddenIn(hash) ?? []).toEqual(panelNames.filter((panel) => panels.includes(panel)));
        expect(readLink(hash)).toEqual({ choice: firstChoice, position: 'start' });
        expect(viewIn(hash)).toEqual({ ...opening, predicting: true });
      }),
    );
  });

  it('adds nothing to a link where nothing is', () => {
    expect(writeHidden([])).toEqual([]);
    expect(linkOf(firstChoice, 'start', opening, []).hash).toBe(linkOf(firstChoice, 'start', opening).hash);
  });

  it('comes into the address a moment later, and leaves it with the last panel that is opened again', () => {
    vi.useFakeTimers();
    visit();
    fold('timeline', true);
    fold('inspector', true);
    vi.runAllTimers();
    expect(window.location.hash).toMatch(/\/hide=inspector,timeline$/);
    fold('timeline', false);
    fold('inspector', false);
    vi.runAllTimers();
    expect(window.location.hash).not.toContain('hide');
  });

  it('is what a pasted link says, as before by links that say nothing of it', async () => {
    visit();
    fold('code', true);
    await paste(linkOf(firstChoice, 'start', opening, ['header', 'checks']).hash);
    expect(hidden()).toEqual(['header', 'checks']);
    await paste(linkOf(firstChoice, 'start', { ...opening, view: 'mine' }).hash);
    expect(hidden()).toEqual(['header', 'checks']);
  });

  it('stays as it is when a change of the model is taken back', async () => {
    visit();
    initial.edit((before) => ({ ...before, precision: 'float64' }));
    fold('timeline', true);
    await hearing(() => window.history.back());
    expect(hidden()).toEqual(['timeline']);
  });

  it('is remembered where the reader folded it, and not where a link did', () => {
    follow(['header', 'editor']);
    fold('code', true);
    expect(hidden()).toEqual(['header', 'editor', 'code']);
    expect(stored()).toEqual(['code']);
    fold('header', false);
    expect(hidden()).toEqual(['editor', 'code']);
    expect(stored()).toEqual(['code']);
  });
});
