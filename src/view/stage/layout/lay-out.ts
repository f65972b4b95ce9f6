import {
  type ColumnWidths,
  cardsAcross,
  columnWidths,
  heightOf,
  pictureWidth,
  stackLanes,
  topRoom,
} from './extents';
import type { Box, CardBox, Geometry, Heading } from './geometry';
import { headingHeight, isTitledAside, type Measure, room } from './measure';
import type { CacheTitle, Row } from './row';
import type { ColumnRows } from './rows';

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
