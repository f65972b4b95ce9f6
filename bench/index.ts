import * as tf from '@tensorflow/tfjs';
import { multiply } from '../src/core/math/multiply';
import { record } from '../src/core/pass/record';
import { assertAgreement } from './agreement';
import { models } from './models';
import { compare } from './pairs';
import { drawn, tripleLoop } from './products';
import { byAutograd, byHand, numbersOf, type Pass } from './tensorflow';

const PAIRS = 30;

console.log('Matrix product, 128×784 by 784×256, float32');
const [a, b] = [drawn(128, 784, 1), drawn(784, 256, 2)];
const [tiled, plain] = [() => multiply(a, b, 'float32'), () => tripleLoop(a, b)];
assertAgreement({ product: tiled().data }, { product: plain().data });
console.log(compare({ name: 'multiply', run: tiled }, { name: 'plain triple loop', run: plain }, PAIRS));

for (const [name, model] of Object.entries(models)) {
  console.log(`\nOne pass forward and backward, ${name}, float32`);
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    const peers: Record<string, Pass> = { 'its autograd': byAutograd(model), 'by hand': byHand(model) };
    for (const [way, pass] of Object.entries(peers)) {
      const numbers = Array.from(record(model).buffers, ([buffer, { data }]) => [buffer, data]);
      assertAgreement(Object.fromEntries(numbers), numbersOf(pass));
      const { numTensors } = tf.memory();
      const theirs = { name: `TensorFlow.js ${backend}, ${way}`, run: () => tf.dispose(pass()) };
      console.log(compare({ name: 'record', run: () => record(model) }, theirs, PAIRS));
      if (tf.memory().numTensors !== numTensors) throw new Error('a pass left tensors behind');
    }
  }
}
