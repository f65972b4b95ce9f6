import type { Matrix } from '../../math/matrix';
import type { Layer, Model } from '../../model/model';
import type { BufferName } from '../../model/names';
import type { Node } from '../../operations';
import type { Magnitude } from '../magnitude';

/** A node of a pass, and the numbers around it. */
export interface Around {
  readonly node: Node;
  readonly model: Model;
  /** The layer that the node belongs to. */
  readonly of: Layer;
  /** What stands under a name in the pass. */
  value(name: BufferName): Matrix;
}

/** The node around which a pass is looked at. */
export const around = (node: Node, model: Model, value: Around['value']): Around => ({
  node,
  model,
  of: model.layers[node.layer - 1]!,
  value,
});

/** Tensors by name, each with what is known of it. */
export type Named<T> = readonly (readonly [BufferName, T])[];

/**
 * How large the numbers of an operation are beside what they are computed from, and so how far rounding can take them. All
 * of it is in float64, and of the shape of the tensor that it is about.
 */
export interface Bounds {
  /**
   * What each cell of its output, and of what else it makes that is called by a name, sums; `given` is what the cells
   * of its input sum, or undefined where they are taken as they are.
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
  /** That of the gradient of its input between two programs that do not have the same output; else it is `input`. */
  betweenPrograms?(at: Around): Magnitude;
  /** Whether the gradient of its input is a difference of which little may be left: what is computed from that is off by more. */
  readonly cancels?: boolean;
  /** Whether some cell of its input goes over a kink, or stands on one, while the input moves from one to another. */
  crossesKink?(at: Around, low: Matrix, high: Matrix): boolean;
}
