import { largestMagnitude, type Matrix, zip } from '../core/math/matrix';
import { multiply } from '../core/math/multiply';
import { type BufferName, named } from '../core/model/names';
import { fittedBy } from './causes/fit';
import { isOneShape, scaled, turned } from './tensor';

/** Arrays of somebody, by their names, where they brought them. */
type Find = (name: BufferName) => Matrix | undefined;

/** How far two right numbers may be apart, as a part of the largest: they may be float32, or printed. */
const NEAR = 1e-6;

/** From so many times that on, an update has moved something. */
const MOVED = 10;

/** What parameters lack, and what it must be a multiple of if it was an update by their gradients that took it. */
interface Lack {
  readonly left: Matrix;
  readonly step: Matrix;
  readonly size: number;
}

/** W as it was before, if that is known: W_before − W is α dW. */
function lackOfParameter(name: BufferName, find: Find, before: Find): Lack | undefined {
  const [now, then, step] = [find(name), before(name), find(`d${name}`)];
  if (!now || !then || !step || !isOneShape(now, then) || !isOneShape(now, step)) return undefined;
  return { left: zip(then, now, (x, y) => x - y), step, size: largestMagnitude(then) };
}

/** Z is computed from the W that was before: Z − (W A_prev + b) is α (dW A_prev + db). */
function lackOfZ(l: number, find: Find): Lack | undefined {
  const [W, b, dW, db, Z] = (['W', 'b', 'dW', 'db', 'Z'] as const).map((kind) => find(named(kind, l)));
  const before = find(named('A', l - 1));
  if (!W || !b || !dW || !db || !Z || !before) return undefined;
  const isOne = isOneShape(W, dW) && isOneShape(b, db) && b.cols === 1 && b.rows === W.rows;
  if (!isOne || W.cols !== before.rows || Z.rows !== W.rows || Z.cols !== before.cols) return undefined;
  const made = multiply(W, before, 'float64', { plus: b });
  const step = multiply(dW, before, 'float64', { plus: db });
  return { left: zip(Z, made, (x, y) => x - y), step, size: largestMagnitude(Z) };
}

/** Whether nothing is lacking beyond rounding. */
const isWhole = ({ left, size }: Lack): boolean => largestMagnitude(left) <= MOVED * NEAR * size;

/** Whether so large a step is what is lacking. */
const isStep = ({ left, step, size }: Lack, alpha: number): boolean =>
  largestMagnitude(zip(left, step, (x, d) => x - alpha * d)) <= NEAR * size;

/**
 * The learning rate α of the update after which parameters were saved: they are W − α dW of their own dW, while Z is made
 * of W, or W is known (`before`). Undefined where they were not, or nothing tells.
 */
export function rateOfUpdate(layers: number, find: Find, before: Find): number | undefined {
  const numbers = Array.from({ length: layers }, (_, i) => i + 1);
  const lacks = numbers.flatMap((l) =>
    [lackOfParameter(named('W', l), find, before), lackOfParameter(named('b', l), find, before)].filter(
      (lack) => lack !== undefined,
    ),
  );
  return rateOf(lacks) ?? rateOf(numbers.flatMap((l) => lackOfZ(l, find) ?? []));
}

/** The one number that tells all that is lacking. */
function rateOf(lacks: readonly Lack[]): number | undefined {
  const moved = lacks.filter((lack) => !isWhole(lack));
  const [first] = moved;
  if (!first) return undefined;
  const rates = fittedBy(first.left, first.step).filter((alpha) => alpha > 0);
  return rates.find((alpha) => lacks.every((lack) => isStep(lack, alpha)));
}

/** Arrays with examples in rows as they stand with examples in columns. */
export const turnedFind =
  (find: Find): Find =>
  (name) => {
    const matrix = find(name);
    return matrix && turned(matrix);
  };

/** A parameter as it was before the update. */
export const beforeUpdate = (W: Matrix, dW: Matrix, alpha: number): Matrix =>
  zip(W, scaled(dW, alpha), (w, d) => w + d);
