import { describe, expect, it } from 'vitest';
import { sentenceOf, shownInterval } from '../../../src/compare/times/words';

const interval = (low: number, middle: number, high: number) => ({ low, middle, high });
const rules = ['Keep Z', 'Keep A'] as const;

describe('what a measurement says', () => {
  it('is that there is no difference beyond noise where the interval holds 1', () => {
    expect(sentenceOf('pass', interval(0.981, 0.99, 1.003), 'tanh', rules)).toBe(
      'With tanh, the whole pass shows no difference beyond noise: Keep Z takes 0.98 to 1.01 times as long as Keep A.',
    );
  });

  it('names the rule that is faster, whichever it is', () => {
    expect(sentenceOf('pass', interval(1.041, 1.06, 1.079), 'tanh', rules)).toBe(
      'With tanh, the whole pass is faster under Keep A: Keep Z takes 1.06 times as long (somewhere from 1.04 to 1.08).',
    );
    expect(sentenceOf('activations', interval(0.25, 0.4, 0.5), 'silu', rules)).toBe(
      'With silu, the activations’ part of the way back is faster under Keep Z: ' +
        'Keep A takes 2.50 times as long (somewhere from 2.00 to 4.00).',
    );
  });

  it('is no difference where the ends that are shown hold 1, be it by less than a hundredth', () => {
    for (const [low, high] of [
      [1.004, 1.02],
      [0.97, 0.996],
      [1, 1],
    ] as const)
      expect(sentenceOf('pass', interval(low, (low + high) / 2, high), 'relu', rules)).toContain(
        'no difference',
      );
    expect(sentenceOf('pass', interval(1.0101, 1.015, 1.02), 'relu', rules)).toContain('faster under Keep A');
  });

  it('shows ends that are rounded outwards', () => {
    expect(shownInterval(interval(0.987, 1, 1.031)).text).toBe('0.98 to 1.04');
    expect(shownInterval(interval(12.34, 15, 123.1)).text).toBe('12.3 to 124');
  });
});
