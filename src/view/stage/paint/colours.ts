import type { Scale } from '../../../state/scales';
import { channelsOf, rampOf } from './ramp';
import { SHADES, type Shades, shadesOf } from './shades';

export type ThemeName = 'light' | 'dark';

/**
 * Red below zero, blue above; the midpoint is near the ground of each theme, and yet not it. The light one has
 * ColorBrewer's RdBu at 0.05, 0.17 and 0.3 from either end.
 */
const ramps: Record<ThemeName, (place: number) => string> = {
  light: rampOf([
    [0, '#8c0d25'],
    [0.14, '#cb4a44'],
    [0.32, '#f1a385'],
    [0.5, '#eae7e2'],
    [0.68, '#8fc2dd'],
    [0.86, '#3b86bc'],
    [1, '#134b85'],
  ]),
  dark: rampOf([
    [0, '#ffa79e'],
    [1 / 6, '#e0706a'],
    [1 / 3, '#8a4a4a'],
    [1 / 2, '#33363b'],
    [2 / 3, '#3c6390'],
    [5 / 6, '#5b9be0'],
    [1, '#a6d1ff'],
  ]),
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

/** The inks that a number is written in, of which each cell has the one that stands out more. */
const inks = ['#000000', '#ffffff'] as const;

/** Relative luminance of `rgb(r, g, b)` or `#rrggbb`, from 0 to 1. WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = channelsOf(colour).map((channel) => {
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

/** All that a theme's values can look like, and their colours as pixels have them. */
interface Palette {
  readonly paints: readonly Paint[];
  readonly pixels: Uint32Array;
}

const palettes = new Map<ThemeName, Palette>();

/** The shades of a theme from one end of its ramp to the other, and the colour of no number; worked out once. */
export function paletteOf(theme: ThemeName): Palette {
  const known = palettes.get(theme);
  if (known) return known;
  const shades = Array.from({ length: SHADES + 1 }, (_, i): Paint => {
    const fill = ramps[theme](i / SHADES);
    return { fill, ink: inkOn(fill) };
  });
  const paints = [...shades, strange[theme]];
  const bytes = Uint8Array.from(paints.flatMap(({ fill }) => [...channelsOf(fill), 255]));
  const palette = { paints, pixels: new Uint32Array(bytes.buffer) };
  palettes.set(theme, palette);
  return palette;
}

/** Which of its theme's colours the values of a scale have, as pixels: for those who paint many at once. */
export interface Shading extends Shades {
  readonly colours: Uint32Array;
}

/** The colours of a scale's values as pixels. */
export const shadingOf = (scale: Scale, theme: ThemeName): Shading => ({
  colours: paletteOf(theme).pixels,
  ...shadesOf(scale),
});

/** Colours for the values of a scale, on both sides of zero. NaN and infinities stand out. */
export function painter(scale: Scale, theme: ThemeName): (value: number) => Paint {
  const { paints } = paletteOf(theme);
  const { indexOf } = shadesOf(scale);
  return (value) => paints[indexOf(value)]!;
}
