import { cell, type Matrix } from '../../math/matrix';
import type { Layer } from '../../model/model';
import type { BufferName } from '../../model/names';
import type { Node, OperationName, PartRows } from '../../operations';
import type { CellOf } from '../../pass/dependence';
import type { Trace } from '../../pass/trace';

/** What a step read and where it wrote something that is not finite. */
export interface Scene extends CellOf {
  readonly value: number;
  readonly node: Node;
  /** The layer that the node belongs to. */
  readonly of: Layer;
  readonly trace: Trace;
  read(name: BufferName): Matrix;
}

/** What was computed there, and why the result is not finite. */
export interface Origin {
  readonly what: string;
  readonly why: string;
}

/** Tells how a step came to a number that is not finite. */
export type Tell = (scene: Scene) => Origin;

/** The same for each part of an operation. */
export type Origins<O extends OperationName> = PartRows<O, Tell>;

/** Why: the number is larger than its format can hold. */
export const beyond = ({ trace }: Scene): string => `beyond what ${trace.model.precision} holds`;

/** Why something that sums nothing is not finite. */
export const beyondOrNone = (scene: Scene): string =>
  Number.isNaN(scene.value) ? 'the result is not a number' : beyond(scene);

/** A cell, or undefined beyond the last. */
export const cellAt = (matrix: Matrix, i: number, j: number): number | undefined =>
  i < matrix.rows && j < matrix.cols ? cell(matrix, i, j) : undefined;

/** A sum of products that is not finite: of 0 · ∞, of infinities of both signs, or of more than the format holds. */
export function ofSum(
  what: string,
  scene: Scene,
  factors: (k: number) => readonly [number | undefined, number | undefined],
): Origin {
  if (!Number.isNaN(scene.value)) return { what, why: beyond(scene) };
  for (let k = 0; ; k++) {
    const [x, y] = factors(k);
    if (x === undefined || y === undefined)
      return { what: '∞ − ∞', why: `infinities of both signs in ${what}` };
    if (Number.isNaN(x * y)) return { what: `${inShort(x)} · ${inShort(y)}`, why: `in ${what}` };
  }
}

/** A number in words, with `exactly` where it is exactly 0, 1 or −1. */
export const exactly = (a: number): string =>
  a === 0 || Math.abs(a) === 1 ? `exactly ${inShort(a)}` : inShort(a);

/** A number in three digits, with a real minus. */
export function inShort(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  const size = Math.abs(x) < Infinity ? String(Number(Math.abs(x).toPrecision(3))) : '∞';
  return `${x < 0 ? '−' : ''}${size.replace('e-', 'e−').replace('e+', 'e')}`;
}
