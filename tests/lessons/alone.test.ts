import { describe, expect, it } from 'vitest';
import { spoken } from '../../src/core/model/names';
import { lessons } from '../../src/lessons';
import { elsewhere } from '../../src/lessons/again';
import { lessonNames } from '../../src/lessons/names';
import { changeLayer, courseNetwork } from '../../src/lessons/network';
import { askedIn, judge, rightAnswer } from '../../src/lessons/questions';
import { whyRefused } from '../../src/lessons/refused';
import { turnMaking } from '../../src/lessons/turn';
import { play, seenOf } from './student';

describe.each(lessonNames)('a question of the lesson %s, on its own', (name) => {
  const played = play(lessons[name]);

  it('names the step, where it is about what a step reads', () => {
    for (const { beat, seen } of played) {
      if (beat.asks?.kind !== 'reads') continue;
      expect(askedIn(beat.asks, seen)).toContain(spoken(beat.asks.makes));
    }
  });

  it('that is for a number tells the student the number that was said', () => {
    for (const { beat, seen } of played) {
      if (beat.asks?.kind !== 'number') continue;
      expect(judge(beat.asks, ['777'], seen).notes[0]!.says).toContain('You said 777; it is ');
    }
  });

  it('comes back in layers of as many cells as before in none, where sizes are drawn', () => {
    for (const { network } of played) {
      if (!('set' in network.data)) continue;
      const cells = (of: typeof network) =>
        of.layers.map(({ units }) => units * ('set' in of.data ? of.data.m : 0));
      const other = cells(elsewhere(network));
      for (const [i, count] of cells(network).entries()) expect(other[i]).not.toBe(count);
    }
  });
});

describe('who reads Z and who needs it', () => {
  const { truth, beats } = lessons['who-reads'];

  it('are told apart: of the course’s three activations none needs it, relu no more than the others', () => {
    const said = truth(seenOf(courseNetwork, 'end'));
    expect(said).toMatch(/relu only asks which cells are above 0, and A tells that too/);
    expect(said).toMatch(/tanh and sigmoid only work out A again from it, at 32 exponentials in all/);
    expect(said).toMatch(/So none of them needs Z/);
  });

  it('follow the record: silu needs it', () => {
    const said = truth(seenOf(changeLayer(courseNetwork, 1, { activation: 'silu' }), 'end'));
    expect(said).toMatch(/silu needs it, since A does not tell the slope/);
    expect(said).not.toMatch(/none of them/);
  });

  it('ends where the last of them has been read', () => {
    const { beat, seen } = play(lessons['who-reads']).at(-1)!;
    expect(beat.asks).toBeUndefined();
    expect(seen.index).toBe(turnMaking(seen.trace, 'dZ1').step.index);
  });

  it('asks who needs Z before any answer has told that A would do', () => {
    const played = play(lessons['who-reads']);
    for (const { beat, seen } of played.slice(0, -2))
      for (const { says } of judge(beat.asks!, rightAnswer(beat.asks!, seen), seen).notes)
        expect(says).not.toMatch(/A(\[\d\])? (tells|would)/);
  });

  it('is as right on a layer that is linear: that needs neither', () => {
    const linear = seenOf(changeLayer(courseNetwork, 2, { activation: 'linear' }), { after: 'dZ1' });
    expect(rightAnswer(beats.at(-1)!.asks!, linear)).toEqual(['none']);
  });
});

describe('what cannot be chosen', () => {
  it('is said by where it stands: in no cache, or freed', () => {
    expect(whyRefused({ tensor: 'Z3' })).toBe('This Z[3] is not in a cache.');
    const slot = { layer: 3, cache: 'activation', slot: 'Z' } as const;
    expect(whyRefused({ tensor: 'Z3', slot, freedAt: 12 })).toBe(
      'Z[3] is no longer in the cache: it was freed.',
    );
  });
});
