import { format } from 'd3-format';
import type { Interval } from './interval';
import type { Times } from './pairs';

/** What was timed, as the subject of a sentence. */
const subjects: Readonly<Record<keyof Times, string>> = {
  pass: 'the whole pass',
  activations: 'the activations’ part of the way back',
};

/** An interval as it is shown: its ends rounded outwards, so that it still holds what it held. */
export interface Shown {
  readonly low: number;
  readonly high: number;
  /** The interval in words: "0.98 to 1.02". */
  readonly text: string;
}

/** An interval of ratios, to hundredths, and from 10 on to three digits. */
export function shownInterval({ low, high }: Interval): Shown {
  const [down, up] = [rounded(low, Math.floor), rounded(high, Math.ceil)];
  return { low: down, high: up, text: `${ratioText(down)} to ${ratioText(up)}` };
}

const hundredths = format('.2f');

/** A ratio as it is shown: 0.98, 1.02, 12.3. */
export const ratioText = (x: number): string => (x < 10 ? hundredths(x) : format('.3~r')(x));

function rounded(x: number, towards: (x: number) => number): number {
  const perUnit = x < 10 ? 100 : 10 ** (2 - Math.floor(Math.log10(x)));
  return towards(x * perUnit) / perUnit;
}

/**
 * What a measurement says of two rules, as one would say it aloud. Where the interval that is shown holds 1, neither
 * is called faster: a difference of less than a hundredth is never told.
 */
export function sentenceOf(
  what: keyof Times,
  interval: Interval,
  activation: string,
  [first, second]: readonly [string, string],
): string {
  const subject = `With ${activation}, ${subjects[what]}`;
  const { low, high, text } = shownInterval(interval);
  if (low <= 1 && high >= 1)
    return `${subject} shows no difference beyond noise: ${first} takes ${text} times as long as ${second}.`;
  if (high < 1) {
    const turned = { low: 1 / interval.high, middle: 1 / interval.middle, high: 1 / interval.low };
    return sentenceOf(what, turned, activation, [second, first]);
  }
  return (
    `${subject} is faster under ${second}: ${first} takes ${ratioText(interval.middle)} times as long ` +
    `(somewhere from ${text}).`
  );
}
