import { largest } from '../../../core/math/extremes';
import type { Lane } from '../../../core/pass/frames/place';
import type { Box, LaneBox } from './geometry';
import { ASIDE, type Cell, isTitledAside, type Measure, room } from './measure';
import type { Row } from './row';
import type { ColumnRows } from './rows';

const laneNames = ['forward', 'cache', 'backward'] as const;

/** What stands above a lane's first row: the card's title, or nothing but room. */
export const topRoom = (lane: Lane): number => (lane === 'forward' ? room.title : room.top);

/** The lanes that have rows, one below the other, each as high as its highest column. */
export function stackLanes(columns: readonly ColumnRows[], measure: Measure): LaneBox[] {
  let y: number = room.edge;
  return laneNames
    .filter((lane) => columns.some((column) => column[lane].length > 0))
    .map((lane) => {
      const heights = columns.map((column) =>
        column[lane].reduce((sum, row) => sum + measure.rowHeight(row), topRoom(lane) + room.top),
      );
      // Its title keeps clear of the lines that go along the edge of the first card.
      const box = { lane, x: 0, y, width: room.laneTitle, height: largest(heights) };
      y += box.height + room.lane;
      return box;
    });
}

/** How wide a column is inside its card, and where in it the tensors stand that are aligned across lanes. */
export interface ColumnWidths {
  readonly inner: number;
  readonly aligned: number;
}

/** The least that the controls in a card's head take, in their shortest form; and its titles without them. */
export const HEAD = 216;
export const TITLES = 160;

/** Whether a card has room for controls in its head. */
export const hasHead = ({ width }: Pick<Cell, 'width'>): boolean => width >= HEAD + 2 * room.card;

/** The widths that a column needs, with controls in its head or, where those take less, titles. */
export function columnWidths(column: ColumnRows, measure: Measure, headed: number = HEAD): ColumnWidths {
  const rows = laneNames.flatMap((lane) => column[lane]);
  const aligned = largest([
    0,
    ...rows.filter((row) => row.right).map(measure.leftWidth),
    ...(rows.some(isTitledAside) ? [ASIDE] : []),
  ]);
  const widthOf = (row: Row) =>
    row.right ? aligned + measure.slotWidth(row.right) : measure.leftWidth(row) - room.between;
  const head = column.forward.length > 0 ? headed : 0;
  return { inner: largest([head, ...rows.map(widthOf)]), aligned };
}

/** How wide a picture is whose columns are that wide. */
export const pictureWidth = (widths: readonly ColumnWidths[], titled: boolean): number =>
  largest(cardsAcross(widths, titled).map(({ x, width }) => x + width)) + room.edge;

/** Where the cards of each column stand, from left to right. */
export function cardsAcross(widths: readonly ColumnWidths[], titled: boolean): Pick<Box, 'x' | 'width'>[] {
  let x = room.edge + (titled ? room.laneTitle : 0);
  return widths.map(({ inner }) => {
    const card = { x, width: inner + 2 * room.card };
    x += card.width + room.column;
    return card;
  });
}

/** How high a picture of some columns is. */
export const pictureHeight = (columns: readonly ColumnRows[], measure: Measure): number =>
  heightOf(stackLanes(columns, measure));

export const heightOf = (lanes: readonly LaneBox[]): number => {
  const last = lanes[lanes.length - 1]!;
  return last.y + last.height + room.edge;
};
