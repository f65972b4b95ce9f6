import { activationOf, cacheReadBy } from '../../../core/activations';
import { type Matrix, map } from '../../../core/math/matrix';
import type { Model } from '../../../core/model/model';
import type { BufferName } from '../../../core/model/names';

/** A pass of which it is found out by how much its buffers may be off. */
export interface Pass {
  readonly model: Model;
  /** Half a unit in the last place of 1, in the precision of the model. */
  readonly unit: number;
  get(name: BufferName): Matrix;
  /** What was found so far. */
  readonly offs: Map<BufferName, Matrix>;
}

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
