import { describe, expect, it } from 'vitest';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { chartOf, THUMB } from '../../../src/view/timeline/chart';

const { steps } = record(modelOf(firstChoice));
const bytes = [0, ...steps.map(({ cacheBytes }) => cacheBytes)];
const chart = chartOf(steps, [{ name: 'as chosen', bytes, filled: true }], 1000, 76);

/** The heights at which a path stands, from left to right. */
const heights = (path: string) => Array.from(path.matchAll(/,(-?[\d.]+)/g), ([, y]) => Number(y));

describe('the timeline’s chart', () => {
  it('has a place for each step and the start, evenly apart, under the slider’s thumb at both ends', () => {
    expect(chart.x).toHaveLength(20);
    expect(chart.x[0]).toBe(THUMB);
    expect(chart.x[19]).toBe(1000 - THUMB);
    const gaps = chart.x.slice(1).map((x, i) => x - chart.x[i]!);
    for (const gap of gaps) expect(gap).toBeCloseTo((1000 - 2 * THUMB) / 19);
  });

  it('is highest where the most bytes are held, and on its floor where none are', () => {
    const [line] = chart.lines;
    const found = heights(line!.path);
    expect(Math.min(...found)).toBe(18);
    expect(found[0]).toBe(75);
    expect(found.at(-1)).toBe(75);
    expect(line!.area).not.toBe('');
  });

  it('divides its width into forward, loss and backward, without a gap', () => {
    const [forward, loss, backward] = chart.bands;
    expect(chart.bands.map(({ phase }) => phase)).toEqual(['forward', 'loss', 'backward']);
    expect(forward!.from).toBeLessThan(chart.x[1]!);
    expect(forward!.to).toBe(loss!.from);
    expect(loss!.to).toBe(backward!.from);
    expect(backward!.to).toBe(chart.x[19]);
    // Six steps forward, two of the loss.
    expect(loss!.from).toBeCloseTo((chart.x[6]! + chart.x[7]!) / 2);
    expect(backward!.from).toBeCloseTo((chart.x[8]! + chart.x[9]!) / 2);
  });

  it('stays on its floor where nothing is ever held', () => {
    const empty = chartOf(steps, [{ name: 'none', bytes: bytes.map(() => 0) }], 1000, 76);
    expect(new Set(heights(empty.lines[0]!.path))).toEqual(new Set([75]));
    expect(empty.lines[0]!.area).toBe('');
  });
});
