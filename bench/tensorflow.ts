import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Matrix } from '../src/core/math/matrix';
import type { Model } from '../src/core/model/model';

const require = createRequire(import.meta.url);
setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
// Without its checks and its advice on other packages: as it is deployed.
tf.enableProdMode();

/** A matrix as a tensor of TensorFlow.js. */
export const tensor = ({ rows, cols, data }: Matrix): tf.Tensor2D =>
  tf.tensor2d(Float32Array.from(data), [rows, cols]);

const activations: Readonly<Record<string, (Z: tf.Tensor) => tf.Tensor>> = {
  relu: tf.relu,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
  // Its softmax runs along rows only.
  softmax: (Z) => tf.softmax(Z.transpose()).transpose(),
};

/** The losses by the formulas of the course, before the sign and the mean over examples. */
const losses: Readonly<Record<string, (A: tf.Tensor, Y: tf.Tensor) => tf.Tensor>> = {
  binary_cross_entropy: (A, Y) => tf.add(tf.mul(Y, tf.log(A)), tf.mul(tf.sub(1, Y), tf.log(tf.sub(1, A)))),
  categorical_cross_entropy: (A, Y) => tf.mul(Y, tf.log(A)),
};

function formulaOf<T>(formulas: Readonly<Record<string, T>>, name: string): T {
  const formula = formulas[name];
  if (!formula) throw new Error(`the benchmark has no ${name} in TensorFlow.js`);
  return formula;
}

/** A pass in TensorFlow.js: the gradients as tensors, which whoever asks for them disposes of. */
export type Pass = () => Readonly<Record<string, tf.Tensor>>;

/** X, Y and the parameters as tensors, which live as long as the benchmark. */
const given = ({ X, Y, parameters }: Model) => ({
  X: tensor(X),
  Y: tensor(Y),
  parameters: new Map(Array.from(parameters, ([name, matrix]) => [name, tensor(matrix)])),
});

/**
 * One pass of a model, forward and backward by TensorFlow.js' own autograd, on the backend that is current when it is
 * run. Its gradients are returned as tensors: numbers returned through tf.tidy would be walked one by one, which takes
 * longer than the pass.
 */
export function byAutograd(model: Model): Pass {
  const { X, Y, parameters } = given(model);
  const variables = Array.from(parameters, ([name, value]) => [name, tf.variable(value)] as const);
  const of = new Map(variables);
  const cost = (): tf.Scalar => {
    let A: tf.Tensor = X;
    model.layers.forEach(({ activation }, i) => {
      const Z = tf.add(tf.matMul(of.get(`W${i + 1}`)!, A), of.get(`b${i + 1}`)!);
      A = formulaOf(activations, activation)(Z);
    });
    return tf.neg(tf.mean(tf.sum(formulaOf(losses, model.loss)(A, Y), 0)));
  };
  return () => {
    const { value, grads } = tf.variableGrads(cost);
    value.dispose();
    return Object.fromEntries(variables.map(([name, variable]) => [`d${name}`, grads[variable.name]!]));
  };
}

/** dZ of hidden layers from dA and A; what is cheapest, since it is a peer at its best. */
const slopes: Readonly<Record<string, (dA: tf.Tensor, A: tf.Tensor) => tf.Tensor>> = {
  relu: (dA, A) => tf.mul(dA, tf.step(A)),
  tanh: (dA, A) => tf.mul(dA, tf.sub(1, tf.square(A))),
};

/**
 * The same pass written by hand, as someone would who wants it fast: dZ[L] = A[L] − Y at once, and each product of a
 * transpose as the transpose, then the product, which on wasm is faster than to tell the product to transpose.
 */
export function byHand(model: Model): Pass {
  const { X, Y, parameters } = given(model);
  const last = model.layers.length;
  const m = model.X.cols;
  const backward = (): Record<string, tf.Tensor> => {
    const A: tf.Tensor[] = [X];
    model.layers.forEach(({ activation }, i) => {
      const Z = tf.add(tf.matMul(parameters.get(`W${i + 1}`)!, A[i]!), parameters.get(`b${i + 1}`)!);
      A.push(formulaOf(activations, activation)(Z));
    });
    const grads: Record<string, tf.Tensor> = {
      cost: tf.neg(tf.mean(tf.sum(formulaOf(losses, model.loss)(A[last]!, Y), 0))),
    };
    let dZ = tf.sub(A[last]!, Y);
    for (let l = last; l >= 1; l--) {
      grads[`dW${l}`] = tf.div(tf.matMul(dZ, A[l - 1]!.transpose()), m);
      grads[`db${l}`] = tf.mean(dZ, 1, true);
      if (l === 1) break;
      const dA = tf.matMul(parameters.get(`W${l}`)!.transpose(), dZ);
      dZ = formulaOf(slopes, model.layers[l - 2]!.activation)(dA, A[l - 1]!);
    }
    return grads;
  };
  return () => {
    const { cost, ...grads } = tf.tidy(backward);
    cost!.dispose();
    return grads;
  };
}

/** The numbers of a pass's gradients, in row-major order; the tensors are gone after that. */
export function numbersOf(pass: Pass): Record<string, Float32Array> {
  const grads = pass();
  const numbers = Object.fromEntries(
    Object.entries(grads).map(([name, grad]) => [name, grad.dataSync<'float32'>()]),
  );
  tf.dispose(grads);
  return numbers;
}
