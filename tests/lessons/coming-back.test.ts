import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/lessons';
import { comingBack, elsewhere, isForElsewhere } from '../../src/lessons/again';
import { lessonNames } from '../../src/lessons/names';
import { askedIn, judge, rightAnswer } from '../../src/lessons/questions';
import { isOpenable, play, seenOf } from './student';

describe.each(lessonNames)('what was missed in the lesson %s', (name) => {
  it('comes back in another network, where the record answers it again', () => {
    for (const { beat, network } of play(lessons[name])) {
      if (!beat.asks || ('measures' in beat.asks && beat.asks.measures)) continue;
      if (!isForElsewhere(beat)) continue;
      const again = comingBack(beat, network);
      const other = again.scene!.network!;
      expect(isOpenable(other)).toMatchObject({ ok: true });
      expect(other).not.toEqual(network);
      const seen = seenOf(other, again.scene?.at ?? 'start');
      expect(judge(beat.asks, rightAnswer(beat.asks, seen), seen).isRight).toBe(true);
      expect(askedIn(beat.asks, seen)).not.toBe('');
    }
  });

  it('comes back as it was where the network has no say: any other has the same answer', () => {
    for (const { beat, network, seen } of play(lessons[name])) {
      if (!beat.asks || beat.again || isForElsewhere(beat)) continue;
      expect(comingBack(beat, network).scene!.network).toBe(network);
      const other = seenOf(elsewhere(network));
      expect(rightAnswer(beat.asks, other)).toEqual(rightAnswer(beat.asks, seen));
    }
  });
});

describe('a beat that says itself how it comes back', () => {
  const told = lessonNames.flatMap((name) => play(lessons[name]).filter(({ beat }) => beat.again));

  it('is asked for something that the first time did not tell', () => {
    expect(told.length).toBeGreaterThan(0);
    for (const { beat, network, seen } of told) {
      const again = comingBack(beat, network);
      const other = seenOf(again.scene!.network!, again.scene?.at ?? 'start');
      const right = rightAnswer(again.asks!, other);
      expect(judge(again.asks!, right, other).isRight).toBe(true);
      const [asked, before] = [
        [askedIn(again.asks!, other), right],
        [askedIn(beat.asks!, seen), rightAnswer(beat.asks!, seen)],
      ];
      expect(asked).not.toEqual(before);
    }
  });
});

describe('the other network', () => {
  it('keeps what the rules keep', () => {
    for (const name of lessonNames) {
      const { network } = play(lessons[name])[0]!;
      expect(elsewhere(network).layers.map(({ keep }) => keep)).toEqual(
        network.layers.map(({ keep }) => keep),
      );
    }
  });
});
