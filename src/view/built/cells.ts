import type { CommandOf } from '../stage/drawing/command';
import { shadingOf, type ThemeName } from '../stage/paint/colours';

/** How many of the page's shades are one here: so few steps that a class can stand for each, too small to be seen. */
const STEP = 8;

/** What a cell has of its width and its height, with the gap behind it, which is a pixel on most screens. */
const [WIDE, HIGH] = [0.96, 0.94];

/** Cells in the shades of their scale, as paths of a drawing that is as wide and high as there are cells. */
export function cellPaths({ matrix: { data, cols }, scale }: CommandOf<'cells'>): string {
  const { indexOf } = shadingOf(scale, 'light');
  const places = new Map<number, string>();
  data.forEach((value, i) => {
    const shade = Math.round(indexOf(value) / STEP);
    const place = `M${i % cols} ${Math.floor(i / cols)}h${WIDE}v${HIGH}h-${WIDE}z`;
    places.set(shade, (places.get(shade) ?? '') + place);
  });
  return Array.from(places, ([shade, d]) => `<path class="s${shade}" d="${d}"></path>`).join('');
}

/** The colours of those shades, in both themes, as rules of a sheet. */
export function shadeRules(): string {
  const coloursOf = (theme: ThemeName) =>
    new Uint8Array(shadingOf({ usual: 1, most: 1 }, theme).colours.buffer);
  const [light, dark] = [coloursOf('light'), coloursOf('dark')];
  const colour = (colours: Uint8Array, shade: number) =>
    `rgb(${colours.slice(4 * shade * STEP, 4 * shade * STEP + 3).join(' ')})`;
  return Array.from(
    { length: Math.floor((light.length / 4 - 2) / STEP) + 1 },
    (_, shade) => `.s${shade}{fill:light-dark(${colour(light, shade)},${colour(dark, shade)})}`,
  ).join('\n');
}
