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

/** The inks that a number is written in, of which each cell has the one that stands out more. */
const inks = ['#000000', '#ffffff'] as const;

/** Relative luminance of `rgb(r, g, b)` or `#rrggbb`, from 0 to 1. WCAG 2.2. */
function luminance(colour: string): number {
  const channels = colour.startsWith('#')
    ? [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number);
  const [r, g, b] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The ink with more contrast on a colour. */
function inkOn(fill: string): string {
  const ground = luminance(fill);
  const contrast = (ink: string): number => {
    const [bright, dim] = [ground, luminance(ink)].sort((a, b) => b - a) as [number, number];
    return (bright + 0.05) / (dim + 0.05);
  };
  return contrast(inks[0]) >= contrast(inks[1]) ? inks[0] : inks[1];
}

const shadesOf = new Map<ThemeName, readonly Paint[]>();

/** The shades of a theme from −magnitude to +magnitude, whatever that is; worked out once. */
function shadesIn(theme: ThemeName): readonly Paint[] {
  const known = shadesOf.get(theme);
  if (known) return known;
  const root = scaleDivergingSqrt([-1, 0, 1], ramps[theme]);
  const shades = Array.from({ length: SHADES + 1 }, (_, i): Paint => {
    const fill = root((2 * i) / SHADES - 1);
    return { fill, ink: inkOn(fill) };
  });
  shadesOf.set(theme, shades);
  return shades;
}

/**
 * Colours for values up to `magnitude` on both sides of zero. By the square root, so that small values, of which
 * gradients have many, can be told from zero; NaN and infinities stand out.
 */
export function painter(magnitude: number, theme: ThemeName): (value: number) => Paint {
  const shades = shadesIn(theme);
  const most = magnitude || 1;
  return (value) => {
    if (!Number.isFinite(value)) return strange[theme];
    const share = Math.max(-1, Math.min(1, value / most));
    return shades[Math.round(((share + 1) / 2) * SHADES)]!;
  };
}

/** The stops of a legend's gradient, evenly from −magnitude to +magnitude. */
export function legendStops(theme: ThemeName): readonly string[] {
  const paint = painter(1, theme);
  return Array.from({ length: 13 }, (_, i) => paint(i / 6 - 1).fill);
}
