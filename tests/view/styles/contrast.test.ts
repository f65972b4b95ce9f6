import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { painter } from '../../../src/view/stage/paint/colours';

const sheet = readFileSync('src/view/styles/tokens.css', 'utf8');

/** The colours of a theme by name, as its tokens have them. */
function tokensOf(theme: string): ReadonlyMap<string, string> {
  const block = sheet.split(`[data-theme="${theme}"] {`)[1]!.split('}')[0]!;
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!]),
  );
}

/** Red, green and blue of `#rrggbb` or `rgb(r, g, b)`, from 0 to 1. */
const channelsOf = (colour: string): number[] =>
  (colour.startsWith('#')
    ? [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16))
    : colour.match(/\d+/g)!.map(Number)
  ).map((channel) => channel / 255);

/** WCAG 2.2's relative luminance. */
function luminance(colour: string): number {
  const [r, g, b] = channelsOf(colour).map((share) =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dim, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['paper', 'ground', 'panel', 'forward-wash', 'backward-wash', 'read-wash'];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const tokens = tokensOf(theme);

  it.each([
    'read',
    'write',
    'alarm',
    'recompute',
    'source',
    'forward',
    'backward',
    'ink',
    'line-strong',
    'run-1',
    'run-2',
    'run-3',
    'run-4',
  ])('rings and lines in %s have 3:1 against all that they are drawn on', (tone) => {
    const colour = tokens.get(tone)!;
    for (const ground of grounds)
      expect(contrast(colour, tokens.get(ground)!), `on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('a ring of what is read has 3:1 against cells of zero, which a heatmap may be full of', () => {
    const zero = painter({ usual: 1, most: 1 }, theme)(0).fill;
    expect(contrast(tokens.get('read')!, zero)).toBeGreaterThanOrEqual(3);
  });
});
