import { writeFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import '../src/core/math/kernel/provided';
import { multiply } from '../src/core/math/multiply';
import { plain } from '../src/core/math/plain';
import { viewOf } from '../src/core/math/view';
import { record } from '../src/core/pass/record';
import { assertAgreement } from './agreement';
import { byMlMatrix, product as mlProduct } from './ml-matrix';
import { models } from './models';
import { startNumpy } from './numpy';
import { type Contender, contender, ratioOf } from './pairs';
import { drawn, tripleLoop } from './products';
import { passTable, productTable, report, scaleTable } from './report';
import { scaled, sizes } from './scale';
import { byAutograd, byHand, numbersOf, type Pass, tensor } from './tensorflow';

const PAIRS = Number(process.env.PAIRS ?? 21);

const numpy = startNumpy();

/** How many times as fast ours is as each of the others, by their names. */
async function against(ours: Contender, others: readonly Contender[]): Promise<Record<string, number>> {
  const ratios: Record<string, number> = {};
  for (const other of others) {
    ratios[other.name] = await ratioOf(ours, other, PAIRS);
    console.log(`  ${other.name}: ${ratios[other.name]!.toPrecision(3)}`);
  }
  return ratios;
}

/** A product in TensorFlow.js on the backend that is named. */
async function tensorProduct(backend: string, a: tf.Tensor2D, b: tf.Tensor2D): Promise<Contender> {
  await tf.setBackend(backend);
  return contender(`TensorFlow.js ${backend}`, () => {
    const product = tf.matMul(a, b);
    product.dataSync();
    product.dispose();
  });
}

const products: Record<string, Record<string, number>> = {};
for (const [n, k, m] of [
  [256, 256, 256],
  [1024, 1024, 1024],
  [256, 784, 128],
] as const) {
  const name = `${n} × ${k} × ${m}`;
  console.log(`The product ${name}, float32`);
  const [a, b] = [drawn(n, k, 1), drawn(k, m, 2)];
  const ours = contender('multiply', () => multiply(a, b, 'float32'));
  const one = tripleLoop(a, b);
  assertAgreement({ product: multiply(a, b, 'float32').data }, { product: one.data });
  const [view, other] = [viewOf(a), viewOf(b)];
  const fallback = { a: view, b: other, plus: undefined, dividedBy: 1 };
  const out = new Float32Array(n * m);
  products[name] = await against(ours, [
    contender('our JavaScript kernel', () => plain(fallback, out)),
    contender('ml-matrix (float64)', mlProduct(a, b)),
  ]);
  await tf.setBackend('wasm');
  Object.assign(products[name], await against(ours, [await tensorProduct('wasm', tensor(a), tensor(b))]));
  if (numpy) Object.assign(products[name], await against(ours, [numpy.contender({ product: [n, k, m] })]));
}

const passes: Record<string, Record<string, number>> = {};
for (const [name, model] of Object.entries(models)) {
  console.log(`A pass of ${name}, float32`);
  const ours = contender('record', () => record(model));
  const numbers = Object.fromEntries(Array.from(record(model).buffers, ([of, { data }]) => [of, data]));
  const ratios: Record<string, number> = {};
  for (const backend of ['wasm', 'cpu']) {
    await tf.setBackend(backend);
    const ways: Record<string, Pass> = { 'by hand': byHand(model), 'its autograd': byAutograd(model) };
    for (const [way, pass] of Object.entries(ways)) {
      assertAgreement(numbers, numbersOf(pass));
      const { numTensors } = tf.memory();
      const other = contender(`TensorFlow.js ${backend}, ${way}`, () => tf.dispose(pass()));
      Object.assign(ratios, await against(ours, [other]));
      if (tf.memory().numTensors !== numTensors) throw new Error('a pass left tensors behind');
    }
  }
  const ml = byMlMatrix(model);
  assertAgreement(
    numbers,
    Object.fromEntries(Object.entries(ml()).map(([of, matrix]) => [of, matrix.to1DArray()])),
  );
  Object.assign(ratios, await against(ours, [contender('ml-matrix (float64), by hand', ml)]));
  const units = [model.X.rows, ...model.layers.map((layer) => layer.units)];
  if (numpy)
    Object.assign(
      ratios,
      await against(ours, [{ ...numpy.contender({ units, m: model.X.cols }), name: 'NumPy, by hand' }]),
    );
  passes[name] = ratios;
}
numpy?.stop();

console.log('How a pass grows');
const grown = [];
for (const size of sizes) grown.push(await scaled(size, Math.ceil(PAIRS / 3)));

writeFileSync('docs/performance.md', report([productTable(products), passTable(passes), scaleTable(grown)]));
console.log('Written to docs/performance.md.');
