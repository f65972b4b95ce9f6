import { type Sizes, shapeOf } from '../../core/model/model';
import { isColumn, parseName } from '../../core/model/names';
import type { Brought } from '../../mine';

/** Whether an array could be a tensor of a network, in any of the ways in which people write one. */
export function fitsSomehow(name: string, { shape }: Brought, sizes: Sizes): boolean {
  const { rows, cols } = shapeOf(name, sizes);
  const [first, second] = shape;
  return shape.length === 2
    ? (first === rows && second === cols) || (first === cols && second === rows)
    : shape.length === 1
      ? first === rows * cols
      : rows * cols === 1;
}

/**
 * Whether an array's shape tells of what network it is: a single number is like that of any other, and so may be a sum
 * over the examples, which is where people take the wrong axis.
 */
const isTelling = ([name, { data }]: readonly [string, Brought]): boolean =>
  data.length > 1 && !isColumn(parseName(name).kind);

/**
 * The arrays that do not fit a network, where they are of another one: most of those whose shapes tell, or all where no
 * shape does. A few that fit are chance, as layers of two networks have as many units; a few that do not are mistakes.
 */
export function foreignAmong(tensors: ReadonlyMap<string, Brought>, sizes: Sizes): readonly string[] {
  const telling = [...tensors].filter(isTelling);
  const counted = telling.length > 0 ? telling : [...tensors];
  const misfits = counted.filter(([name, array]) => !fitsSomehow(name, array, sizes));
  const isForeign =
    telling.length > 0 ? 2 * misfits.length > telling.length : misfits.length === counted.length;
  return isForeign ? misfits.map(([name]) => name) : [];
}
