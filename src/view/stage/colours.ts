import { scaleDivergingSqrt, scaleLinear } from 'd3-scale';
import { interpolateRdBu } from 'd3-scale-chromatic';

export type ThemeName = 'light' | 'dark';

const red = interpolateRdBu;
const blue = (t: number) => interpolateRdBu(1 - t);

/** Red below zero, blue above; the midpoint is near the ground of each theme, and yet not it. */
const ramps: Record<ThemeName, (t: number) => string> = {
  light: scaleLinear(
    [0, 0.14, 0.32, 0.5, 0.68, 0.86, 1],
    [red(0.05), red(0.17), red(0.3), '#eae7e2', blue(0.3), blue(0.17), blue(0.05)],
  ),
  dark: scaleLinear(
    [0, 1 / 6, 1 / 3, 1 / 2, 2 / 3, 5 / 6, 1],
    ['#ffa79e', '#e0706a', '#8a4a4a', '#33363b', '#3c6390', '#5b9be0', '#a6d1ff'],
  ),
};

/** What a value looks like: its colour, and that of a number written on it. */
export interface Paint {
  readonly fill: string;
  readonly ink: string;
}

/** The colour of values that are no numbers, one for each theme: neither scale has it. */
const strange: Record<ThemeName, Paint> = {
  light: { fill: '#ffe14d', ink: '#1d1c1a' },
  dark: { fill: '#c9a400', ink: '#141517' },
};

/** How many steps a ramp is cut into, from −magnitude to +magnitude: more than an eye can tell apart. */
const SHADES = 256;

/** The share of the magnitude from which on a cell is dark enough, or bright enough, for the other ink. */
const INK_FROM = { light: 0.42, dark: 0.3 } as const;

/**
 * Colours for values up to `magnitude` on both sides of zero. By the square root, so that small values, of which
 * gradients have many, can be told from zero; NaN and infinities stand out.
 */
export function painter(magnitude: number, theme: ThemeName): (value: number) => Paint {
  const [quiet, loud] = theme === 'light' ? ['#1d1c1a', '#ffffff'] : ['#ebe9e4', '#141517'];
  const root = scaleDivergingSqrt([-1, 0, 1], ramps[theme]);
  const shades = Array.from({ length: SHADES + 1 }, (_, i): Paint => {
    const share = (2 * i) / SHADES - 1;
    return { fill: root(share), ink: Math.abs(share) > INK_FROM[theme] ? loud : quiet };
  });
  return (value) => {
    if (!Number.isFinite(value)) return strange[theme];
    const share = Math.max(-1, Math.min(1, value / (magnitude || 1)));
    return shades[Math.round(((share + 1) / 2) * SHADES)]!;
  };
}

/** The stops of a legend's gradient, evenly from −magnitude to +magnitude. */
export function legendStops(theme: ThemeName): string[] {
  const paint = painter(1, theme);
  return Array.from({ length: 13 }, (_, i) => paint(i / 6 - 1).fill);
}
