// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { linkOf } from '../../src/state/address/shared-link';
import { firstChoice } from '../../src/state/choice/choice';
import { setActivation } from '../../src/state/choice/edits';
import { selectRunFrames, selectWay } from '../../src/state/compared';
import { selectRuns } from '../../src/state/runs';
import { opening, type Shown } from '../../src/state/shown/view';
import { initial, leave, reload, store, visit } from './browser';

const compared = (lanes: readonly string[], difference?: string): Shown => ({
  ...opening,
  view: 'compare',
  comparing: { plans: lanes, difference },
});

const linked = setActivation(1, 'silu')(firstChoice);
const again = { phase: 'recompute', op: 'linear', layer: 1 } as const;

describe('the link of a comparison', () => {
  it('restores the model, the lanes, the difference and the step, a recomputation too', () => {
    visit(linkOf(linked, again, compared(['Z', 'jax', 'checkpoint-2', 'A'], 'dZ1')).hash);
    const state = store.getState();
    expect(state.view).toBe('compare');
    expect(state.choice).toEqual(linked);
    expect(selectRuns(state).map(({ reference }) => reference)).toEqual(['Z', 'jax', 'checkpoint-2', 'A']);
    expect(state.comparing.difference).toBe('dZ1');
    const { steps, index } = selectWay(state);
    const node = { op: 'dense', layer: 1, input: 'A0', output: 'Z1', goesOn: false };
    expect(steps[index - 1]).toEqual({ ...again, node });
  });

  it('is in the address after each change of lanes, which is no entry of the history', () => {
    vi.useFakeTimers();
    visit(linkOf(firstChoice, 'start', compared(['Z', 'A'])).hash);
    const entries = window.history.length;
    initial.compare({ plans: ['Z', 'least', 'none'] });
    initial.compare({ difference: 'dW2' });
    vi.advanceTimersByTime(1000);
    expect(window.location.hash).toMatch(/\/start\/compare\.Z\.least\.none~dW2$/);
    expect(window.history.length).toBe(entries);
    reload();
    expect(store.getState().comparing.plans).toEqual(['Z', 'least', 'none']);
    leave();
  });

  it('shows something that runs, whatever stands in it', () => {
    const { hash } = linkOf(firstChoice, 'start', compared(['Z', 'A']));
    for (const view of [
      'compare.__proto__.constructor',
      'compare.checkpoint-0.checkpoint-999.toString',
      'compare.checkpoint-99.Z~dZ99',
      'compare.Z.A~__proto__',
      'compare.<img>',
      'compare......',
    ]) {
      visit(hash.replace(/[^/]*$/, view));
      for (const { frame } of selectRunFrames(store.getState())) expect(frame.index).toBe(0);
      leave();
    }
  });
});
