import { describe, expect, it } from 'vitest';
import { FEWEST, intervalOf } from '../../../src/compare/times/interval';
import { random } from '../../../src/data/random';
import { part } from '../../extent';

describe('the interval of a middle', () => {
  it('is that of R’s wilcox.test at 99%', () => {
    // wilcox.test(x, conf.int = TRUE, conf.level = 0.99): the differences of Darwin's maize, in eighths of an inch.
    const darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
    // Of 120 means, the 15 smallest and the 15 largest are left out: the critical value of n = 15 is 15.
    const means = darwin.flatMap((a, i) => darwin.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
    expect(intervalOf(darwin)).toEqual({
      low: means[15],
      middle: (means[59]! + means[60]!) / 2,
      high: means[104],
    });
  });

  it('leaves out as many as the tables of the signed-rank test say at 1 in 100', () => {
    // Wilcoxon & Wilcox (1964), two-sided 0.01.
    for (const [n, critical] of [
      [8, 0],
      [9, 1],
      [10, 3],
      [12, 7],
      [16, 19],
      [20, 37],
      [25, 68],
      [30, 109],
    ] as const) {
      // Powers of two: every mean is another, and their order is known.
      const measured = Array.from({ length: n }, (_, i) => 2 ** i);
      const means = measured.flatMap((a, i) => measured.slice(i).map((b) => (a + b) / 2));
      const { low, high } = intervalOf(measured);
      expect(
        means.filter((mean) => mean < low),
        `n = ${n}`,
      ).toHaveLength(critical);
      expect(
        means.filter((mean) => mean > high),
        `n = ${n}`,
      ).toHaveLength(critical);
    }
  });

  it('holds the middle of symmetric noise about 99 times in 100, be it normal or with tails without a mean', () => {
    const { normal } = random(1);
    const count = part(2000);
    for (const noise of [normal, () => normal() / normal(), () => Math.sign(normal())]) {
      for (const n of [FEWEST, 12, 30]) {
        const draws = Array.from({ length: count }, () => intervalOf(Array.from({ length: n }, noise)));
        const missed = draws.filter(({ low, high }) => low > 0 || high < 0).length;
        // One in a hundred is to be expected at most; four times their standard deviation more would be no chance.
        const most = count / 100 + 4 * Math.sqrt(count * 0.01 * 0.99);
        expect(missed, `${n} measurements`).toBeLessThanOrEqual(most);
      }
    }
  });

  it('is refused where there are too few measurements to tell one', () => {
    expect(() => intervalOf([1, 2, 3, 4, 5, 6, 7])).toThrow(
      'an interval needs 8 measurements or more, not 7',
    );
  });
});
