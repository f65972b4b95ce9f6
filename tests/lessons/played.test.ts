import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/lessons';
import { lessonNames } from '../../src/lessons/names';
import { askedIn, judge, questionKinds, rightAnswer } from '../../src/lessons/questions';
import { said } from '../../src/lessons/seen';
import { isOpenable, play } from './student';

describe.each(lessonNames)('the lesson %s', (name) => {
  const lesson = lessons[name];
  const played = play(lesson);

  it('has networks that a link can hold', () => {
    for (const { network } of played) expect(isOpenable(network)).toMatchObject({ ok: true });
  });

  it('asks or waits at every beat but the last', () => {
    for (const { beat } of played.slice(0, -1)) expect(Boolean(beat.asks) !== Boolean(beat.waits)).toBe(true);
  });

  it('says something at every beat that no failed computation left its mark on', () => {
    for (const { beat, seen, after } of played) {
      const texts = [said(beat.says, seen), ...(beat.asks ? [askedIn(beat.asks, seen)] : [])];
      const tables = [beat.shows?.(seen), beat.reveals?.(after)].flatMap((shown) =>
        shown?.kind === 'table' ? [shown.caption, ...shown.head, ...shown.rows.flat()] : [],
      );
      for (const text of [...texts, ...tables]) expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
      for (const text of texts) expect(text.trim()).toMatch(/[.?…!”]$/);
    }
  });

  it('waits for what is not done yet, and notices once it is', () => {
    for (const { beat, seen, after } of played) {
      if (!beat.waits) continue;
      expect(beat.waits.done(seen), beat.waits.to).toBe(false);
      expect(beat.waits.done(after), beat.waits.to).toBe(true);
    }
  });

  it('takes the right answer for right, and no other', () => {
    for (const { beat, seen } of played) {
      if (!beat.asks || ('measures' in beat.asks && beat.asks.measures)) continue;
      const right = rightAnswer(beat.asks, seen);
      expect(judge(beat.asks, right, seen).isRight).toBe(true);
      const wrong = beat.asks.kind === 'number' ? ['−987654'] : right.length > 0 ? [] : ['1.linear.W'];
      const judgement = judge(beat.asks, wrong, seen);
      expect(judgement.isRight).toBe(false);
      for (const { says } of judgement.notes) expect(says).toMatch(/\.$/);
    }
  });
});

describe('the lessons', () => {
  it('ask in every way there is', () => {
    const asked = lessonNames.flatMap((name) => lessons[name].beats.flatMap(({ asks }) => asks?.kind ?? []));
    expect(new Set(asked)).toEqual(new Set(questionKinds));
  });

  it('are of one to three minutes each', () => {
    for (const name of lessonNames) expect([1, 2, 3]).toContain(lessons[name].minutes);
  });
});
