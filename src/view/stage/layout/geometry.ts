import { largest } from '../../../core/math/extremes';
import type { Lane } from '../../../core/pass/frames/place';
import { ASIDE, type Cell, headingHeight, isTitledAside, type Measure, room } from './measure';
import type { CacheTitle, Row } from './row';
import type { ColumnRows } from './rows';

/** A rectangle in a picture, in CSS pixels from its top left corner. */
export interface Box extends Cell {
  readonly x: number;
  readonly y: number;
}

/** Where a lane's title stands. */
export interface LaneBox extends Box {
  readonly lane: Lane;
}

/** A layer's card in a lane. */
export interface CardBox extends LaneBox {
  readonly layer: number;
}

/** The column of a layer, in which its cards stand. */
export interface ColumnBox {
  readonly layer: number;
  readonly x: number;
  readonly width: number;
}

/** The title of a cache: a line over its slots, or what stands beside them. */
export interface Heading extends Box, CacheTitle {
  readonly aside: boolean;
}

/** Where everything in a picture stands. */
export interface Geometry extends Cell {
  readonly lanes: readonly LaneBox[];
  readonly cards: readonly CardBox[];
  /** From left to right. */
  readonly columns: readonly ColumnBox[];
  /** The title of each cache, over its slots or beside them. */
  readonly headings: readonly Heading[];
  /** The heatmaps, by the keys of their places. */
  readonly boxes: ReadonlyMap<string, Box>;
}

const laneNames = ['forward', 'cache', 'backward'] as const;

/** What stands above a lane's first row: the card's title, or nothing but room. */
const topRoom = (lane: Lane): number => (lane === 'forward' ? room.title : room.top);

/** The lanes that have rows, one below the other, each as high as its highest column. */
function stackLanes(columns: readonly ColumnRows[], measure: Measure): LaneBox[] {
  let y: number = room.edge;
  return laneNames
    .filter((lane) => columns.some((column) => column[lane].length > 0))
    .map((lane) => {
      const heights = columns.map((column) =>
        column[lane].reduce((sum, row) => sum + measure.rowHeight(row), topRoom(lane) + room.top),
      );
      const box = { lane, x: 0, y, width: room.edge + room.laneTitle, height: largest(heights) };
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
function cardsAcross(widths: readonly ColumnWidths[], titled: boolean): Pick<Box, 'x' | 'width'>[] {
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

const heightOf = (lanes: readonly LaneBox[]): number => {
  const last = lanes[lanes.length - 1]!;
  return last.y + last.height + room.edge;
};

/** Whether the lanes have titles, and the widths of the columns where they are to be those of another picture too. */
interface Options {
  readonly titled?: boolean;
  readonly widths?: readonly ColumnWidths[];
}

/** Lays out columns from left to right. */
export function layOut(
  columns: readonly ColumnRows[],
  measure: Measure,
  { titled = true, widths = columns.map((column) => columnWidths(column, measure)) }: Options = {},
): Geometry {
  const lanes = stackLanes(columns, measure);
  const cards: CardBox[] = [];
  const headings: Heading[] = [];
  const boxes = new Map<string, Box>();

  const placeRow = (row: Row, x: number, y: number, { inner, aligned }: ColumnWidths) => {
    const top = y + headingHeight(row) + room.label;
    let left = x;
    for (const key of row.left) {
      boxes.set(key, { x: left, y: top, ...measure.sizeOf(key) });
      left += measure.slotWidth(key) + room.between;
    }
    if (row.right) boxes.set(row.right, { x: x + aligned, y: top, ...measure.sizeOf(row.right) });
    if (isTitledAside(row))
      headings.push({
        ...row.titles![0]!,
        aside: true,
        ...{ x, y, width: (row.right ? aligned : inner) - room.between, height: room.label + 15 },
      });
    else placeTitles(row.titles ?? [], x, y, inner);
  };

  /** Titles stand over the first slots of their caches; the one that stands alone begins where its row does. */
  const placeTitles = (titles: readonly CacheTitle[], x: number, y: number, inner: number) => {
    const starts = titles.map(({ slots }, i) => (i === 0 ? x : (boxes.get(slots[0] ?? '')?.x ?? x)));
    titles.forEach((title, i) => {
      const next = starts[i + 1];
      const end = next === undefined ? x + inner : next - room.between;
      headings.push({
        ...title,
        aside: false,
        x: starts[i]!,
        y,
        width: end - starts[i]!,
        height: room.heading,
      });
    });
  };

  const across = cardsAcross(widths, titled);
  columns.forEach((column, i) => {
    const of = widths[i]!;
    const { x, width } = across[i]!;
    for (const { lane, y, height } of lanes) {
      if (column[lane].length === 0) continue;
      cards.push({ lane, layer: column.layer, x, y, width, height });
      let top = y + topRoom(lane);
      for (const row of column[lane]) {
        placeRow(row, x + room.card, top, of);
        top += measure.rowHeight(row);
      }
    }
  });
  return {
    width: pictureWidth(widths, titled),
    height: heightOf(lanes),
    lanes: titled ? lanes : [],
    cards,
    columns: columns.map(({ layer }, i) => ({ layer, ...across[i]! })),
    headings,
    boxes,
  };
}
