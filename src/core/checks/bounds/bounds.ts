import type { Matrix } from '../../math/matrix';
import type { Layer, Model } from '../../model/model';
import type { BufferName } from '../../model/names';
import type { Node } from '../../operations';
import type { Magnitude } from '../magnitude';

/** What a bound is computed from: a node of a pass, and the numbers around it. */
export interface Around {
  readonly node: Node;
  readonly model: Model;
  /** The layer that the node belongs to. */
  readonly of: Layer;
  /** What stands under a name in the pass. */
  value(name: BufferName): Matrix;
}

/** A node of a pass, with the numbers around it. */
export const around = (node: Node, model: Model, value: Around['value']): Around => ({
  node,
  model,
  of: model.layers[node.layer - 1]!,
  value,
});

/** Tensors by name, each with what is known of it. */
export type Named<T> = readonly (readonly [BufferName, T])[];

/**
 * How large the numbers of an operation are compared with what they are computed from, and so how far rounding can take
 * them. Each matrix is in float64, and has the shape of the tensor that it is about.
 */
export interface Bounds {
  /**
   * What each cell sums, in its output and in whatever else it makes under a name. `given` is what the cells of its
   * input sum, or undefined where they are taken as they are.
   */
  forward(at: Around, given: Matrix | undefined): Named<Matrix>;
  /**
   * How far each cell of its output may be off by rounding in float64, if each cell of its input may be off by that much:
   * one step of a running error bound (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, section 3.3).
   */
  error(at: Around, given: Matrix): Matrix;
  /** The magnitude of the gradient of its input, from that of the gradient of its output. */
  input(at: Around, d: Magnitude): Magnitude;
  /** The magnitudes of all else that its way back makes: dW and db, say. */
  others(at: Around, d: Magnitude): Named<Magnitude>;
  /** The magnitude of its input's gradient between two programs whose outputs differ; where left out, it is `input`. */
  betweenPrograms?(at: Around): Magnitude;
  /** Whether its input's gradient is a difference of which little may be left, so that what follows from it is off by more. */
  readonly cancels?: boolean;
  /** Whether some cell of its input crosses a kink, or stands on one, as the input moves from `low` to `high`. */
  crossesKink?(at: Around, low: Matrix, high: Matrix): boolean;
}
