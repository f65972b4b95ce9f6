import { describe, expect, it } from 'vitest';
import { painter } from '../../../../src/view/stage/paint/colours';
import { legendStops } from '../../../../src/view/stage/paint/legend-stops';

/** A scale without outliers. */
const upTo = (most: number) => ({ usual: most, most });

/** The cards that heatmaps stand on, as in tokens.css. */
const grounds = { light: ['#ffffff', '#efede8', '#f7f6f3'], dark: ['#1f2023', '#191a1d', '#141517'] };

const channels = (colour: string): number[] => {
  if (colour.startsWith('#')) return [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  return (colour.match(/\d+/g) ?? []).map(Number);
};

describe('painters', () => {
  it('work the shades of a theme out once, however many heatmaps and scales there are', () => {
    const paints = Array.from({ length: 100 }, (_, i) =>
      painter(upTo(i + 1), i % 2 === 0 ? 'light' : 'dark'),
    );
    // The same shade is the same object, whatever the scale.
    expect(paints[2]!(1.5)).toBe(paints[4]!(2.5));
    expect(paints[2]!(1.5)).not.toEqual(paints[3]!(2));
  });
});

describe.each(['light', 'dark'] as const)('colours in the %s theme', (theme) => {
  const paint = (value: number) => painter(upTo(2), theme)(value);

  it('are blue above zero and red below', () => {
    const [red, , blue] = channels(paint(1.5).fill);
    expect(blue).toBeGreaterThan(red!);
    const [redBelow, , blueBelow] = channels(paint(-1.5).fill);
    expect(redBelow).toBeGreaterThan(blueBelow!);
  });

  it('show a zero as a colour, and not as the ground', () => {
    for (const ground of grounds[theme])
      expect(channels(paint(0).fill).join()).not.toBe(channels(ground).join());
  });

  it('tell a value of a hundredth of the largest from zero', () => {
    expect(paint(0.02).fill).not.toBe(paint(0).fill);
  });

  it('tell the usual numbers from zero, and outliers from each other', () => {
    const many = painter({ usual: 0.1, most: 1e6 }, theme);
    const fills = [0, 0.02, 0.1, 1e2, 1e6].map((value) => many(value).fill);
    expect(new Set(fills).size).toBe(5);
  });

  it('stay at their ends beyond the scale', () => {
    expect(paint(200)).toEqual(paint(2));
    expect(paint(-200)).toEqual(paint(-2));
  });

  it('mark what is no number by a colour that no number has', () => {
    const strange = paint(Number.NaN).fill;
    expect(paint(Infinity).fill).toBe(strange);
    expect(legendStops(theme)).not.toContain(strange);
  });

  it('do not break where all is zero', () => {
    expect(painter(upTo(0), theme)(0).fill).toBe(paint(0).fill);
  });

  it('have numbers on them that can be read', () => {
    const luminance = (colour: string): number => {
      const [r, g, b] = channels(colour).map((c) => {
        const share = c / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    for (let value = -2; value <= 2; value += 0.05) {
      const { fill, ink } = paint(value);
      const [bright, dim] = [luminance(fill), luminance(ink)].sort((a, b) => b - a);
      expect((bright! + 0.05) / (dim! + 0.05), `${value}`).toBeGreaterThan(4.4);
    }
  });
});
