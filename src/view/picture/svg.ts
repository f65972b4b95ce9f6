import { type Matrix, toRows } from '../../core/math/matrix';
import { sentenceOf } from '../../explain/sentences';
import { inWords } from '../numbers';
import { drawingOf, type Scene } from '../stage/drawing/drawing';
import type { LitThing, PlaceThing, Thing } from '../stage/drawing/thing';
import { placeInWords } from '../stage/words/place-words';
import { commandSvg } from './commands';
import { definitionsFor } from './definitions';
import type { Look } from './look';
import { element, escaped } from './xml';

/** A step of a pass as a picture shows it. */
export interface Shown extends Scene, Look {
  readonly name: string;
  /** The frames around the cell that is pinned and those that belong to it. */
  readonly lit: readonly LitThing[];
}

/** The most numbers that are written out for those who cannot see them. */
const MOST_TOLD = 1024;

/** The numbers of a matrix as text, a row to a line; of a large one, only how far they reach. */
function told(matrix: Matrix): string {
  const { rows, cols, data } = matrix;
  if (rows * cols <= MOST_TOLD)
    return toRows(matrix)
      .map((row) => row.map(inWords).join(', '))
      .join('\n');
  let [least, most] = [Infinity, -Infinity];
  for (const x of data) [least, most] = [Math.min(least, x), Math.max(most, x)];
  return `${rows * cols} numbers from ${inWords(least)} to ${inWords(most)}`;
}

/** A tensor with its name and its numbers as text. */
function placeSvg({ spot, matrix, note, tag }: PlaceThing, inside: string): string {
  const words = element('title', {}, escaped(placeInWords(spot, matrix, note, tag)));
  const numbers = spot.state === 'empty' ? '' : element('desc', {}, escaped(told(matrix)));
  return element('g', { role: 'img', 'data-tensor': spot.tensor }, words + numbers + inside);
}

function thingSvg(thing: Thing, look: Look): string {
  const inside = thing.commands.map((command) => commandSvg(command, look)).join('');
  return thing.part === 'place' ? placeSvg(thing, inside) : inside;
}

/** The stage as the pieces of an SVG file that needs nothing else: the theme's colours are in it, and its numbers as text. */
export function stageSvg(shown: Shown): string[] {
  const { name, trace, frame, geometry, tones, lit } = shown;
  const { width, height } = geometry;
  const drawing: readonly Thing[] = [...drawingOf(shown), ...lit];
  const step = frame.step ? sentenceOf(frame.step, trace) : 'Before the first step.';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif">`,
    element('title', {}, escaped(`${name}, step ${frame.index} of ${trace.steps.length}`)),
    element('desc', {}, escaped(step)),
    definitionsFor(
      drawing.flatMap(({ commands }) => commands),
      shown,
    ),
    element('rect', { width, height, fill: tones.ground }),
    ...drawing.map((thing) => thingSvg(thing, shown)),
    '</svg>\n',
  ];
}
