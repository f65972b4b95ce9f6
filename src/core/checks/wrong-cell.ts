import type { Matrix } from '../math/matrix';
import { type BufferName, gradientOf } from '../model/names';
import type { CellOf } from '../pass/dependence';
import type { Step, Trace } from '../pass/trace';

/** A cell that is not what it should be. */
export interface WrongCell extends CellOf {
  readonly found: number;
  readonly right: number;
}

/**
 * The step of a pass that writes a tensor first. For dA[0], which no step writes, the one that writes the gradient that it
 * is computed from; for dA[L] where the output is fused, the one that goes past it.
 */
export function firstWriter(tensor: BufferName, { steps }: Pick<Trace, 'steps'>): Step | undefined {
  const writer = (wanted: BufferName) =>
    steps.find(({ writes }) => writes.some(({ name }) => name === wanted));
  const found = writer(tensor);
  if (found) return found;
  const maker = steps.find(({ node }) => gradientOf(node.input) === tensor)?.node;
  return maker && writer(gradientOf(maker.over ? maker.over.input : maker.output));
}

/** Whether a distance is larger than another; NaN is larger than any number. */
export const isLarger = (distance: number, than: number): boolean =>
  !Number.isNaN(than) && !(distance <= than);

/** The larger of two distances. */
export const larger = (a: number, b: number): number => (isLarger(b, a) ? b : a);

/** Of the cells of a tensor that are off, the one furthest from what it should be; undefined where none is off. */
export function worstCell(
  tensor: BufferName,
  found: Matrix,
  right: Matrix,
  isOff: (x: number, y: number, k: number) => boolean,
): WrongCell | undefined {
  let [at, error] = [-1, -1];
  for (let k = 0; k < found.data.length; k++) {
    const [x, y] = [found.data[k]!, right.data[k]!];
    const d = Math.abs(x - y);
    if (isOff(x, y, k) && isLarger(d, error)) [at, error] = [k, d];
  }
  return at < 0 ? undefined : wrongCellAt(tensor, found, at, right.data[at]!);
}

/** Cell k of a tensor, which should be another number. */
export const wrongCellAt = (
  tensor: BufferName,
  { data, cols }: Matrix,
  k: number,
  right: number,
): WrongCell => ({
  tensor,
  row: Math.floor(k / cols),
  col: k % cols,
  found: data[k]!,
  right,
});
