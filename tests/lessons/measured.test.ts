import { describe, expect, it } from 'vitest';
import { type Pair, summarizePairs } from '../../src/compare/times/pairs';
import { lessons } from '../../src/lessons';
import { judge, rightAnswer, sizeKey } from '../../src/lessons/questions';
import { play } from './student';

/** Twenty-four pairs in which keep Z takes so many times as long as keep A, give or take a hundredth. */
const pairsOf = (ratio: number) =>
  summarizePairs(
    Array.from({ length: 24 }, (_, i): Pair => {
      const wavers = 1 + (i % 4 < 2 ? 0.01 : -0.01);
      return [
        { pass: 5 * ratio * wavers, activations: ratio * wavers },
        { pass: 5, activations: 1 },
      ];
    }),
  );

const outcomes = [
  [1.5, 'faster'],
  [1, 'same'],
  [0.7, 'slower'],
] as const;

describe('what is measured', () => {
  const asked = play(lessons.faster).flatMap(({ beat: { asks }, seen }) =>
    asks?.kind === 'choice' && asks.measures ? [{ asks, measures: asks.measures, seen }] : [],
  );

  it('is asked twice, small and large', () => {
    expect(asked).toHaveLength(2);
  });

  it.each(outcomes)('where keep Z takes %f times as long, says that keep A is %s', (ratio, outcome) => {
    for (const { asks, measures, seen } of asked) {
      const measured = { ...seen, measured: { [sizeKey(measures)]: pairsOf(ratio) } };
      expect(rightAnswer(asks, measured)).toEqual([outcome]);
      expect(judge(asks, [outcome], measured).isRight).toBe(true);
      for (const other of outcomes)
        if (other[1] !== outcome) expect(judge(asks, [other[1]], measured).isRight).toBe(false);
    }
  });

  it('settles nothing before it is measured', () => {
    for (const { asks, seen } of asked) expect(rightAnswer(asks, seen)).toEqual([]);
  });
});
