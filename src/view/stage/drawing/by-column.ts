import type { Geometry } from '../layout/geometry';
import type { BadgeThing, CardThing, HeadingThing, PlaceThing, Thing } from './thing';

/** What stands in the column of a layer, and nowhere else. */
export type ColumnThing = CardThing | PlaceThing | BadgeThing | HeadingThing;

/** The things of each layer's column, in their order; what belongs to the whole picture is left out. */
export function byColumn(
  things: readonly Thing[],
  { columns, boxes }: Pick<Geometry, 'columns' | 'boxes'>,
): ReadonlyMap<number, readonly ColumnThing[]> {
  const found = new Map<number, ColumnThing[]>(columns.map(({ layer }) => [layer, []]));
  for (const thing of things) {
    const { part } = thing;
    if (part !== 'card' && part !== 'place' && part !== 'badge' && part !== 'heading') continue;
    const box = part === 'badge' ? boxes.get(thing.key)! : thing.box;
    const column = columns.findLast(({ x }) => x <= box.x)!;
    found.get(column.layer)!.push(thing);
  }
  return found;
}
