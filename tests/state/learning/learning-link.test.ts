import { describe, expect, it } from 'vitest';
import { linkOf, positionIn, readLink, viewIn } from '../../../src/state/address/shared-link';
import { firstChoice } from '../../../src/state/choice/choice';
import { firstSight } from '../../../src/state/shown/first-sight';
import { opening, type Shown } from '../../../src/state/shown/view';

const there = (shown: Shown): Shown => viewIn(linkOf(firstChoice, 'start', shown).hash);

describe('a link', () => {
  it('keeps the lesson and its beat beside the student’s own network', () => {
    const shown: Shown = { ...opening, view: 'learn', learning: { lesson: 'who-reads', beat: 3 } };
    const { hash } = linkOf(firstChoice, { phase: 'forward', op: 'linear', layer: 1 }, shown);
    expect(hash).toContain('/lesson=who-reads/beat=3');
    expect(viewIn(hash)).toEqual(shown);
    expect(readLink(hash)).toMatchObject({ choice: firstChoice });
    expect(positionIn(hash)).toEqual({ phase: 'forward', op: 'linear', layer: 1 });
  });

  it('keeps the list of lessons', () => {
    expect(there({ ...opening, view: 'learn' })).toEqual({ ...opening, view: 'learn' });
  });

  it('keeps that each step is asked', () => {
    expect(there({ ...opening, predicting: true })).toEqual({ ...opening, predicting: true });
    expect(there(opening).predicting).toBe(false);
  });

  it.each(['#lesson=caches', '#lesson=caches&beat=2', '#lesson=caches/beat=2', '#learn', '#predict'])(
    'can be as short as %s, with the network that the page opens on',
    (hash) => {
      expect(readLink(hash)).toEqual({ choice: firstChoice, position: firstSight });
      const { view, learning, predicting } = viewIn(hash);
      expect(view).toBe(hash === '#predict' ? 'step' : 'learn');
      expect(learning.lesson).toBe(hash.includes('lesson') ? 'caches' : undefined);
      expect(learning.beat).toBe(hash.includes('beat') ? 2 : 1);
      expect(predicting).toBe(hash === '#predict');
    },
  );

  it('to a lesson that there is none of leads to the page', () => {
    expect(viewIn('#lesson=none-such').view).toBe('step');
  });
});
