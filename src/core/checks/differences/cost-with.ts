import { activationOf } from '../../activations';
import { type Matrix, scalar } from '../../math/matrix';
import { multiply } from '../../math/multiply';
import type { Model } from '../../model/model';
import { type BufferName, parseName } from '../../model/names';
import { losses } from '../../operations/losses';
import type { Trace } from '../../pass/trace';

/** The way forward of a pass in which one cell of a parameter of layer l is another number. */
export interface Moved {
  readonly cost: number;
  /** Z of layer l and of all after it. */
  readonly Z: readonly Matrix[];
  /** A[L] */
  readonly output: Matrix;
}

/** The way forward of a pass in which cell k of a parameter is `value`, and all else as it was. */
export type MovedCost = (parameter: BufferName, k: number, value: number) => Moved;

/**
 * J, forward only, with one cell of a parameter moved, by the functions that a pass is recorded with. The layers below
 * the parameter's, and the rows of Z beside its own, are taken from the pass: the parameter has no part in them. So a
 * value that is not moved gives the pass's J, bit for bit.
 */
export function movedCost({ model, buffers }: Trace): MovedCost {
  const buffer = (name: BufferName): Matrix => buffers.get(name)!;
  return (parameter, k, value) => {
    const { layer: l } = parseName(parameter);
    const { cols } = parameterOf(model, parameter);
    const i = Math.floor(k / cols);
    const [W, b] = [`W${l}`, `b${l}`].map((name) => {
      const row = rowOf(buffer(name), i);
      if (name === parameter) row.data[k % cols] = value;
      return row;
    });
    const ofRow = multiply(W!, buffer(`A${l - 1}`), model.precision, { plus: b! });
    return from(model, l, withRow(buffer(`Z${l}`), i, ofRow));
  };
}

function parameterOf({ parameters }: Model, name: BufferName): Matrix {
  const parameter = parameters.get(name);
  if (!parameter) throw new Error(`the model has no parameter ${name}`);
  return parameter;
}

/** The way forward from Z of layer l on. */
function from({ layers, parameters, loss, precision, Y }: Model, l: number, first: Matrix): Moved {
  const Z = [first];
  const activated = (layer: number, z: Matrix) => {
    const of = layers[layer - 1]!;
    return activationOf(of).forward(z, of.alpha);
  };
  let output = activated(l, first);
  for (let next = l + 1; next <= layers.length; next++) {
    const [W, b] = [`W${next}`, `b${next}`].map((name) => parameters.get(name)!);
    const z = multiply(W!, output, precision, { plus: b! });
    Z.push(z);
    output = activated(next, z);
  }
  return { cost: scalar(losses[loss].cost(output, Y), precision).data[0]!, Z, output };
}

/** A copy of one row of a matrix. */
const rowOf = ({ cols, type, data }: Matrix, i: number): Matrix => ({
  rows: 1,
  cols,
  type,
  data: data.slice(i * cols, (i + 1) * cols),
});

/** A copy of a matrix with another row. */
function withRow(matrix: Matrix, i: number, row: Matrix): Matrix {
  const data = matrix.data.slice();
  data.set(row.data, i * matrix.cols);
  return { ...matrix, data };
}
