import { type Matrix, toRows } from '../../core/math/matrix';
import { parseName } from '../../core/model/names';
import type { Place } from '../../core/pass/frame';
import { inCell, inWords } from '../numbers';
import type { Paint } from '../stage/colours';
import { readable } from '../stage/fit';
import type { Box } from '../stage/geometry';
import { placeInWords } from '../stage/place-words';
import type { Tones } from './tones';
import { element, escaped } from './xml';

/** The most cells that are drawn along a side: a tensor that has more is drawn by every so manieth. */
const MOST_DRAWN = 48;

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

/** The cells of a matrix as rectangles, with their numbers where these have room. */
function cells({ rows, cols, data }: Matrix, box: Box, paint: (value: number) => Paint): string {
  const across = Math.min(cols, MOST_DRAWN);
  const down = Math.min(rows, MOST_DRAWN);
  const [width, height] = [box.width / across, box.height / down];
  const gap = Math.min(width, height) >= 5 ? 1 : 0;
  const numbers = width >= readable.width - 1 && height >= readable.height - 2;
  const size = Math.min(11, height * 0.66, width * 0.4);
  const drawn: string[] = [];
  for (let i = 0; i < down; i++)
    for (let j = 0; j < across; j++) {
      const value = data[Math.floor((i / down) * rows) * cols + Math.floor((j / across) * cols)]!;
      const { fill, ink } = paint(value);
      const [x, y] = [box.x + j * width, box.y + i * height];
      drawn.push(element('rect', { x, y, width: width - gap, height: height - gap, fill }));
      if (numbers)
        drawn.push(
          element(
            'text',
            {
              x: x + (width - gap) / 2,
              y: y + (height - gap) / 2 + size * 0.36,
              'font-size': size,
              'text-anchor': 'middle',
              fill: ink,
            },
            escaped(inCell(value)),
          ),
        );
    }
  return drawn.join('');
}

/** A ring around a box: single where it is read, double where it is written. */
function ring({ x, y, width, height }: Box, mark: Place['mark'], tones: Tones): string {
  const around = (room: number, stroke: string, strokeWidth: number) =>
    element('rect', {
      x: x - room,
      y: y - room,
      width: width + 2 * room,
      height: height + 2 * room,
      rx: 5,
      fill: 'none',
      stroke,
      'stroke-width': strokeWidth,
    });
  if (mark === 'read') return around(2.75, tones.read, 2.5);
  return mark === 'write' ? around(1.7, tones.write, 1.3) + around(4.3, tones.write, 1.3) : '';
}

/** A tensor's name over its box, with its layer raised. */
function label(place: Place, matrix: Matrix, { x, y }: Box, tones: Tones): string {
  const { kind, layer } = parseName(place.tensor);
  const numbered = kind !== 'Y' && kind !== 'cost';
  const raised = numbered
    ? element('tspan', { dy: -3.5, 'font-size': 8.3 }, `[${layer}]`)
    : kind === 'cost' && place.state !== 'empty'
      ? escaped(` = ${inWords(matrix.data[0]!)}`)
      : '';
  const fill = place.mark
    ? tones[`${place.mark}-ink`]
    : place.state === 'empty' || place.state === 'freed'
      ? tones['ink-faint']
      : tones.ink;
  return element(
    'text',
    { x: x - 1, y: y - 7, 'font-size': 11.5, 'font-weight': 650, fill },
    `${kind === 'cost' ? 'J' : kind}${raised}`,
  );
}

const opacities = { held: undefined, freed: 0.22, unread: 0.55 } as const;

/** One tensor at its place, with its name and its numbers as text. */
export function heatmapSvg(
  place: Place,
  matrix: Matrix,
  box: Box,
  paint: (value: number) => Paint,
  tones: Tones,
): string {
  const { state, mark } = place;
  const { x, y, width, height } = box;
  const shown =
    state === 'empty'
      ? element('rect', {
          x,
          y,
          width,
          height,
          rx: 3,
          fill: 'none',
          stroke: tones['line-strong'],
          'stroke-dasharray': '1.5 2.5',
        })
      : element('g', { opacity: opacities[state] }, cells(matrix, box, paint));
  const hatch =
    state === 'unread'
      ? element('rect', { x, y, width, height, fill: 'url(#unread)', stroke: tones.hatch })
      : '';
  const words =
    element('title', {}, escaped(placeInWords(place, matrix))) +
    (state === 'empty' ? '' : element('desc', {}, escaped(told(matrix))));
  return element(
    'g',
    { role: 'img', 'data-tensor': place.tensor },
    words + shown + hatch + ring(box, mark, tones) + label(place, matrix, box, tones),
  );
}
