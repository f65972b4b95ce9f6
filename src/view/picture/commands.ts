import { inCell } from '../numbers';
import { painter, type ThemeName } from '../stage/colours';
import {
  type Command,
  type CommandOf,
  type Edge,
  grown,
  type HatchCommand,
  type RectCommand,
} from '../stage/drawing/command';
import { crossAt, eachCell, gridOf } from '../stage/drawing/grid';
import type { Tones } from '../stage/drawing/tones';
import type { Box } from '../stage/geometry';
import { element, escaped } from './xml';

/** What the colours of a file are. */
export interface Look {
  readonly theme: ThemeName;
  readonly tones: Tones;
}

/** The most cells that are drawn along a side: a tensor that has more is drawn by every so manieth. */
const MOST_DRAWN = 48;

/** The lengths of dashes and gaps, in widths of the line. */
const dashes: Record<Edge['style'], readonly number[] | undefined> = {
  solid: undefined,
  double: undefined,
  dashed: [2, 1.5],
  dotted: [1, 1.7],
};

/** A rectangle's ground and the line along the inside of its sides; SVG's own lines run along the middle of theirs. */
function sides(
  { sign, box, radius, edge }: RectCommand | HatchCommand,
  fill: string,
  { tones }: Look,
): string {
  const line = (inset: number, width: number) =>
    element('rect', {
      ...grown(box, -inset - width / 2),
      rx: Math.max(0, radius - inset - width / 2),
      fill,
      ...(edge && {
        stroke: tones[edge.tone],
        'stroke-width': width,
        'stroke-dasharray': dashes[edge.style]?.map((length) => length * width).join(' '),
      }),
      'data-drawn': inset > 0 ? undefined : sign,
    });
  if (!edge) return line(0, 0);
  const third = edge.width / 3;
  const { outside = 0 } = edge;
  return edge.style === 'double'
    ? line(0, third) + line(2 * third, third)
    : line(-outside, outside + edge.width);
}

/** About how wide a sign of a number is, by the size of its letters. */
const SIGN = 0.6;

/** A number in the middle of its cell, condensed where it is too long, so that it does not touch the next. */
function numberSvg(words: string, { x, y, width, height }: Box, size: number, fill: string): string {
  const most = width - 2;
  const isLong = words.length * SIGN * size > most;
  return element(
    'text',
    {
      x: x + width / 2,
      y: y + height / 2 + size * 0.36,
      'font-size': size,
      'text-anchor': 'middle',
      ...(isLong && { textLength: most, lengthAdjust: 'spacingAndGlyphs' }),
      fill,
    },
    escaped(words),
  );
}

/** The cells of a matrix as rectangles, with their numbers where these have room. */
function cells({ sign, box, matrix, magnitude, opacity }: CommandOf<'cells'>, { theme }: Look): string {
  const paint = painter(magnitude, theme);
  const grid = gridOf(matrix, box, { across: MOST_DRAWN, down: MOST_DRAWN });
  const { cell, gap, holds, size } = grid;
  const [width, height] = [cell.width - gap, cell.height - gap];
  const drawn: string[] = [];
  eachCell(matrix, grid, (value, left, top) => {
    const { fill, ink } = paint(value);
    const [x, y] = [box.x + left, box.y + top];
    drawn.push(element('rect', { x, y, width, height, fill }));
    if (holds === 'number') drawn.push(numberSvg(inCell(value), { x, y, width, height }, size, ink));
    else if (holds === 'cross' && !Number.isFinite(value)) {
      const d = crossAt(x, y, cell).map(([x1, y1, x2, y2]) => `M${x1},${y1} L${x2},${y2}`);
      drawn.push(element('path', { d: d.join(' '), stroke: ink }));
    }
  });
  return element('g', { 'data-drawn': sign, opacity: opacity === 1 ? undefined : opacity }, drawn.join(''));
}

const families = { mono: 'ui-monospace, Menlo, Consolas, monospace', capitals: undefined } as const;

/** How far the feet of letters are below the middle of a line, by their size. */
const MIDDLE = 0.35;

/** How far a raised piece stands above the others, and how large it is, by their size. */
const RAISED = 0.3;
const SMALLER = 0.72;

function text(of: CommandOf<'text'>, { tones }: Look): string {
  const { sign, box, anchor, turned, runs, size, weight, tone, font } = of;
  const runsOf = runs.map(({ text: plain, raised, tone: own }) => {
    const words = escaped(font === 'capitals' ? plain.toUpperCase() : plain);
    if (raised) return element('tspan', { dy: -RAISED * size, 'font-size': SMALLER * size }, words);
    return own ? element('tspan', { fill: tones[own] }, words) : words;
  });
  const middle = box.y + box.height / 2;
  const across = { start: box.x, middle: box.x + box.width / 2, end: box.x + box.width }[anchor];
  return element(
    'text',
    {
      ...(turned
        ? { transform: `translate(${across + MIDDLE * size} ${middle}) rotate(-90)` }
        : { x: across, y: middle + MIDDLE * size }),
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-size': size,
      'font-weight': weight === 400 ? undefined : weight,
      'font-family': font && families[font],
      'letter-spacing': font === 'capitals' ? 0.08 * size : undefined,
      fill: tones[tone],
      'data-drawn': sign,
    },
    runsOf.join(''),
  );
}

const line = (of: CommandOf<'line'>, { tones }: Look): string =>
  element('path', {
    d: of.d,
    fill: 'none',
    stroke: tones[of.tone],
    'stroke-width': of.width,
    'stroke-dasharray': of.dash,
    'stroke-linecap': of.round ? 'round' : undefined,
    opacity: of.opacity,
    'marker-end': of.arrow ? 'url(#arrow)' : undefined,
    'data-drawn': of.sign,
  });

/** What each kind of command is in SVG. */
const drawnAs: { readonly [K in Command['kind']]: (command: CommandOf<K>, look: Look) => string } = {
  rect: (rect, look) => sides(rect, rect.fill ? look.tones[rect.fill] : 'none', look),
  hatch: (hatch, look) => sides(hatch, 'url(#unread)', look),
  cells,
  text,
  line,
};

/** A command as an element of SVG. */
export const commandSvg = <K extends Command['kind']>(command: CommandOf<K>, look: Look): string =>
  (drawnAs[command.kind as K] as (command: CommandOf<K>, look: Look) => string)(command, look);

/** What commands refer to: the hatch's lines and the head of the arrows. */
export function definitionsFor(commands: readonly Command[], { tones }: Look): string {
  const hatch = commands.find((command) => command.kind === 'hatch');
  const arrow = commands.find((command) => command.kind === 'line' && command.arrow);
  const pattern =
    hatch &&
    element(
      'pattern',
      {
        id: 'unread',
        width: hatch.every,
        height: hatch.every,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(-45)',
      },
      element('rect', { width: hatch.every, height: hatch.width, fill: tones[hatch.edge.tone] }),
    );
  const size = { refX: 6, refY: 5, markerWidth: 5, markerHeight: 5 };
  const head =
    arrow?.kind === 'line' &&
    element(
      'marker',
      { id: 'arrow', viewBox: '0 0 10 10', ...size, orient: 'auto' },
      element('path', { d: 'M0,0 L10,5 L0,10 z', fill: tones[arrow.tone] }),
    );
  return pattern || head ? element('defs', {}, `${pattern ?? ''}${head || ''}`) : '';
}
