import { largest, smallest } from '../../core/math/extremes';
import { type Matrix, toRows } from '../../core/math/matrix';
import { inWords } from '../../explain/numbers';
import { sentenceOf } from '../../explain/sentences';
import { drawingOf, type Scene } from '../stage/drawing/drawing';
import type { LitThing, PlaceThing, Thing } from '../stage/drawing/thing';
import { placeInWords } from '../stage/words/place-words';
import { commandSvg } from './commands';
import { definitionsFor } from './definitions';
import { type Framed, framed, type Part, type Picture } from './framed';
import type { Look } from './look';
import { element, escaped } from './xml';

/** A step of a pass as a picture shows it. */
export interface Shown extends Scene, Look {
  readonly name: string;
  /** The frames around the cell that is pinned and those that belong to it. */
  readonly lit: readonly LitThing[];
  /** Where the page shows it. */
  readonly link?: string | undefined;
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
  return `${rows * cols} numbers from ${inWords(smallest(data))} to ${inWords(largest(data))}`;
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

/** What is drawn of a step, and what it refers to. */
function drawn(shown: Scene & Pick<Shown, 'lit'>, look: Look): string[] {
  const drawing: readonly Thing[] = [...drawingOf(shown), ...shown.lit];
  return [
    definitionsFor(
      drawing.flatMap(({ commands }) => commands),
      look,
    ),
    ...drawing.map((thing) => thingSvg(thing, look)),
  ];
}

/**
 * The stage as a picture, with a caption: which network, which step, and the link to it. Its SVG needs nothing else: the
 * theme's colours are in it, and its numbers as text.
 */
export function stagePicture(shown: Shown): Picture {
  const { name, trace, frame, geometry, link } = shown;
  const step = frame.step ? sentenceOf(frame.step, trace) : 'Before the first step.';
  const title = `${name}, step ${frame.index} of ${trace.steps.length}`;
  return framed({ title, says: step, link, parts: [{ ...geometry, inside: drawn(shown, shown) }] }, shown);
}

/** A run of the comparison as a picture shows it. */
export interface ShownRun extends Scene {
  /** Its number and its rule. */
  readonly title: string;
}

/** Runs of the comparison one below the other, each under its rule, with a caption. */
export function runsPicture(
  runs: readonly ShownRun[],
  { title, says, link, ...look }: Look & Pick<Framed, 'title' | 'says' | 'link'>,
): Picture {
  const parts = runs.map(
    (run): Part => ({
      width: run.geometry.width,
      height: run.geometry.height,
      heading: run.title,
      inside: drawn({ ...run, lit: [] }, look),
    }),
  );
  return framed({ title, says, link, parts }, look);
}
