import { type Sizes, shapeOf } from '../../core/model/model';
import { parseName, spoken } from '../../core/model/names';

/** What a tensor of another shape than it has here looks like, in a sentence; undefined where the shape is right. */
export function shapeRemark(
  name: string,
  { rows, cols }: { readonly rows: number; readonly cols: number },
  sizes: Sizes,
): string | undefined {
  const right = shapeOf(name, sizes);
  if (rows === right.rows && cols === right.cols) return undefined;
  const expected = `expected (${right.rows}, ${right.cols})`;
  if (rows === 1 && cols === 1) return `${spoken(name)} is one number; ${expected}: summed over both axes?`;
  const guess =
    parseName(name).kind === 'db' && rows === 1 && cols === sizes.m && cols !== right.rows
      ? ': summed over the wrong axis?'
      : rows === right.cols && cols === right.rows
        ? ': transposed?'
        : '.';
  return `${spoken(name)} has shape (${rows}, ${cols}); ${expected}${guess}`;
}
