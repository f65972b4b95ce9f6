import { Matrix as Theirs } from 'ml-matrix';
import { type Matrix, toRows } from '../src/core/math/matrix';
import type { Model } from '../src/core/model/model';

const matrixOf = (matrix: Matrix): Theirs => new Theirs(toRows(matrix));

/** A product by ml-matrix, which has no float32: in float64. */
export function product(a: Matrix, b: Matrix): () => Theirs {
  const [left, right] = [matrixOf(a), matrixOf(b)];
  return () => left.mmul(right);
}

/** Of softmax each column's e^z over their sum; the others cell by cell. */
function activated(Z: Theirs, activation: string): Theirs {
  if (activation !== 'softmax') return Z.clone().apply(cells[activation]!);
  const A = Theirs.exp(Z.clone().subRowVector(Z.max('column')));
  return A.divRowVector(A.sum('column'));
}

type OfCell = (this: Theirs, i: number, j: number) => void;

const cells: Readonly<Record<string, OfCell>> = {
  relu(i, j) {
    if (this.get(i, j) < 0) this.set(i, j, 0);
  },
  tanh(i, j) {
    this.set(i, j, Math.tanh(this.get(i, j)));
  },
  sigmoid(i, j) {
    this.set(i, j, 1 / (1 + Math.exp(-this.get(i, j))));
  },
};

const slopes: Readonly<Record<string, (a: number) => number>> = {
  relu: (a) => (a > 0 ? 1 : 0),
  tanh: (a) => 1 - a * a,
};

/** A pass by hand in ml-matrix, with dZ[L] = A[L] − Y at once: its dW and db by name. */
export function byMlMatrix({ X, Y, parameters, layers }: Model): () => Record<string, Theirs> {
  const given = new Map(Array.from(parameters, ([name, matrix]) => [name, matrixOf(matrix)]));
  const [input, labels] = [matrixOf(X), matrixOf(Y)];
  return () => {
    const A = [input];
    layers.forEach(({ activation }, i) => {
      const Z = given.get(`W${i + 1}`)!.mmul(A[i]!);
      A.push(activated(Z.addColumnVector(given.get(`b${i + 1}`)!), activation));
    });
    const gradients: Record<string, Theirs> = {};
    let dZ = Theirs.sub(A[layers.length]!, labels);
    for (let l = layers.length; l >= 1; l--) {
      gradients[`dW${l}`] = dZ.mmul(A[l - 1]!.transpose()).div(X.cols);
      gradients[`db${l}`] = Theirs.columnVector(dZ.mean('row'));
      if (l === 1) break;
      const slope = slopes[layers[l - 2]!.activation]!;
      const dA = given.get(`W${l}`)!.transpose().mmul(dZ);
      const before = A[l - 1]!;
      dZ = dA.apply(function (this: Theirs, i: number, j: number) {
        this.set(i, j, this.get(i, j) * slope(before.get(i, j)));
      });
    }
    return gradients;
  };
}
