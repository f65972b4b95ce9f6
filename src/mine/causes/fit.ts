import { largestMagnitude, type Matrix } from '../../core/math/matrix';
import { isOneShape } from '../tensor';

/** A fitted number is read as a round one this near, as a part of itself. */
const NEAR = 2e-3;

/** Digits that numbers have which people choose: 0.7, 0.0075. */
const CHOSEN = 2;

/** A number with that many digits. */
const toDigits = (x: number, digits: number): number => Number(x.toPrecision(digits));

/**
 * The numbers k for which left ≈ k · right, by least squares: the round number that is nearest, and where there are cells
 * enough to tell, what the cells say. One cell alone fits any number, and tells a round one only.
 */
export function fittedBy(left: Matrix, right: Matrix): number[] {
  if (!isOneShape(left, right)) return [];
  const largest = largestMagnitude(right);
  if (largest === 0) return [];
  let [products, squares, cells] = [0, 0, 0];
  for (let k = 0; k < right.data.length; k++) {
    const r = right.data[k]! / largest;
    products += left.data[k]! * r;
    squares += r * r;
    if (Math.abs(r) > NEAR) cells++;
  }
  const fitted = products / squares / largest;
  if (!Number.isFinite(fitted) || fitted === 0) return [];
  const round = [1, CHOSEN, CHOSEN + 1, CHOSEN + 2].map((digits) => toDigits(fitted, digits));
  const near = round.filter(
    (x, i) => Math.abs(x - fitted) <= NEAR * Math.abs(fitted) && round.indexOf(x) === i,
  );
  if (cells <= 1) return near.filter((x) => x === toDigits(fitted, CHOSEN));
  return cells >= 3 ? [...near, fitted] : near;
}
