import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Matrix } from '../src/core/matrix';
import type { Model } from '../src/core/model';

const require = createRequire(import.meta.url);
setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
// Without its checks and its advice on other packages: as it is deployed.
tf.enableProdMode();

const tensor = ({ rows, cols, data }: Matrix): tf.Tensor2D =>
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

/**
 * One pass of a model in TensorFlow.js, forward and backward by its own autograd, on the backend that is current
 * when this is called: a function that returns dW and db of every layer by our names, in row-major order.
 */
export function passInTensorFlow({ X, Y, layers, loss, parameters }: Model) {
  const [inputs, labels] = [tensor(X), tensor(Y)];
  const variables = Array.from(parameters, ([name, matrix]) => [name, tf.variable(tensor(matrix))] as const);
  const of = new Map(variables);
  const cost = (): tf.Scalar => {
    let A: tf.Tensor = inputs;
    layers.forEach(({ activation }, i) => {
      const Z = tf.add(tf.matMul(of.get(`W${i + 1}`)!, A), of.get(`b${i + 1}`)!);
      A = formulaOf(activations, activation)(Z);
    });
    return tf.neg(tf.mean(tf.sum(formulaOf(losses, loss)(A, labels), 0)));
  };
  return (): Record<string, Float32Array> =>
    tf.tidy(() => {
      const { grads } = tf.variableGrads(cost);
      return Object.fromEntries(
        variables.map(([name, variable]) => [`d${name}`, grads[variable.name]!.dataSync<'float32'>()]),
      );
    });
}
