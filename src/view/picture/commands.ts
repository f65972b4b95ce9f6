import {
  type Command,
  type CommandOf,
  type Edge,
  grown,
  type HatchCommand,
  type RectCommand,
} from '../stage/drawing/command';
import { cells } from './cells';
import type { Look } from './look';
import { element, escaped } from './xml';

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
      // What SVG takes for granted is left out: drawings are in the first load.
      rx: Math.max(0, radius - inset - width / 2) || undefined,
      fill,
      ...(edge && {
        stroke: tones[edge.tone],
        'stroke-width': width === 1 ? undefined : width,
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
  // A line that has no way round a title runs behind it.
  const isTitle = sign === 'cache' || sign === 'remark';
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
      ...(isTitle && { stroke: tones.panel, 'stroke-width': 5, 'paint-order': 'stroke' }),
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
