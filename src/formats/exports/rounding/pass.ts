import { activationOf, cacheReadBy } from '../../../core/activations';
import { type Matrix, map } from '../../../core/math/matrix';
import type { Model } from '../../../core/model/model';
import { type BufferName, named } from '../../../core/model/names';
import { told } from './bounds';

/** A pass of which it is found out by how much its buffers may be off. */
export interface Pass {
  readonly model: Model;
  /** Half a unit in the last place of 1, in the precision of the model. */
  readonly unit: number;
  get(name: BufferName): Matrix;
  has(name: BufferName): boolean;
  /** What was found so far. */
  readonly offs: Map<BufferName, Matrix>;
}

/** What a formula is off by by rounding in float64, in a format whose unit that is, and in two programs. */
export const inUnits = (error: number, unit: number): number =>
  Number.isNaN(error) ? Infinity : (2 * error * unit) / 2 ** -53;

/** Units that one operation, or a function such as exp, may be off by in either program. */
export const UNITS = 4;

/**
 * What a sum of n products may be off by, of the sum of their magnitudes: errors of both signs stay below that with a
 * chance of failure that is negligible (Higham & Mary, A New Approach to Probabilistic Rounding Error Analysis, 2019).
 */
export const ofSum = ({ unit }: Pass, n: number): number => UNITS * Math.sqrt(n) * unit;

/** g′ of layer l at numbers that stand for Z or for A, in float64. */
export const slopesAt =
  ({ model }: Pass, l: number, slot: 'Z' | 'A') =>
  (x: Matrix): Matrix => {
    const layer = model.layers[l - 1]!;
    const cache = cacheReadBy(new Set([slot]), () => x);
    return activationOf(layer).backward(
      cache,
      map(x, () => 1, 'float64'),
      layer.alpha,
    );
  };

/** What g of layer l is given: Z, or Ztilde where there is batch norm between. */
export const activationInput = ({ model }: Pass, l: number): BufferName =>
  named(model.layers[l - 1]!.batch_norm ? 'Ztilde' : 'Z', l);

/** Whatever is smaller than the smallest number of the format is 0 in one program, and that number in another. */
const aboveUnderflow = ({ unit }: Pass, off: Matrix): Matrix =>
  map(off, (x) => x + UNITS * (unit === 2 ** -24 ? 2 ** -149 : 2 ** -1074));

/** Says by how much a tensor of the way back may be off. */
export const setBackward = (pass: Pass, name: BufferName, off: Matrix): void => {
  pass.offs.set(name, told(aboveUnderflow(pass, off), pass.get(name)));
};
