import { activationOf } from '../../core/activations';
import { cacheOf } from '../../core/activations/cells';
import { type Matrix, map, scalar, zeros, zip } from '../../core/math/matrix';
import { rowMeans } from '../../core/math/means';
import { multiply, transposed } from '../../core/math/multiply';
import { canFuse } from '../../core/model/model';
import { named } from '../../core/model/names';
import { fusedGradient } from '../../core/operations/losses';
import type { Look } from '../pass';
import { isOneShape, reshaped, scaled } from '../tensor';
import { around, say } from './at';
import { cause } from './cause';
import { fittedBy } from './fit';

/** dZ Aᵀ / m, of whatever stands for either. */
const weightsOf = (dZ: Matrix, A: Matrix): Matrix =>
  multiply(dZ, transposed(A), 'float64', { dividedBy: dZ.cols });

const dWLine = 'dW = np.dot(dZ, A_prev.T) / m';
const dbLine = 'db = np.sum(dZ, axis=1, keepdims=True) / m';
const dALine = 'dA_prev = np.dot(W.T, dZ)';

/** dA where dZ belongs, on all three ways on. */
export const gradientBeforeSlope = cause({
  at: ['weights', 'bias', 'input'],
  *tries(scene) {
    const { dA, W, A_prev } = around(scene);
    const by = (make: (look: Look) => Matrix) => ({ way: make });
    if (scene.made.part.step === 'weights') yield by((look) => weightsOf(look(dA), look(A_prev)));
    if (scene.made.part.step === 'bias') yield by((look) => rowMeans(look(dA)));
    if (scene.made.part.step === 'input')
      yield by((look) => multiply(transposed(look(W)), look(dA), 'float64'));
  },
  tell(scene) {
    const { dA, dZ, W, A_prev } = around(scene);
    const [cells, wrong, right] = {
      weights: [`${say(dA)} ${say(A_prev)}ᵀ / m`, 'dW = np.dot(dA, A_prev.T) / m', dWLine],
      bias: [`the row means of ${say(dA)}`, 'db = np.sum(dA, axis=1, keepdims=True) / m', dbLine],
      input: [`${say(W)}ᵀ ${say(dA)}`, 'dA_prev = np.dot(W.T, dA)', dALine],
    }[scene.made.part.step] as [string, string, string];
    return {
      title: `Your ${say(scene.name)} is made of ${say(dA)}, where ${say(dZ)} belongs.`,
      cells,
      why: `First goes ${say(dA)} through the activation, which makes ${say(dZ)}; linear_backward is given ${say(dZ)}.`,
      wrong,
      right,
    };
  },
});

/** The A of the same layer. */
export const ownOutput = cause({
  at: ['weights'],
  *tries(scene) {
    const { dZ, A } = around(scene);
    yield { way: (look) => weightsOf(look(dZ), look(A)) };
  },
  tell(scene) {
    const { dZ, A, A_prev, dW } = around(scene);
    return {
      title: `Your ${say(dW)} is made with ${say(A)}, not with ${say(A_prev)}.`,
      cells: `${say(dZ)} ${say(A)}ᵀ / m`,
      why: `${say(named('W', scene.l))} met ${say(A_prev)} on the way forward: the linear_cache of layer ${scene.l} holds the A of the layer before.`,
      wrong: 'dW = np.dot(dZ, A.T) / m',
      right: dWLine,
    };
  },
});

/** Z of the layer before. */
export const preActivation = cause({
  at: ['weights'],
  *tries(scene) {
    const { dZ, Z_prev } = around(scene);
    if (scene.l > 1) yield { way: (look) => weightsOf(look(dZ), look(Z_prev)) };
  },
  tell(scene) {
    const { dZ, Z_prev, A_prev, dW } = around(scene);
    return {
      title: `Your ${say(dW)} is made with ${say(Z_prev)}, not with ${say(A_prev)}.`,
      cells: `${say(dZ)} ${say(Z_prev)}ᵀ / m`,
      why: `The linear_cache was given Z of the layer before; what W met on the way forward is its A.`,
      wrong: 'linear_cache = (Z_prev, W, b)',
      right: 'linear_cache = (A_prev, W, b)',
    };
  },
});

/** The A of some other layer. */
export const otherLayersOutput = cause({
  at: ['weights'],
  *tries(scene) {
    const { dZ } = around(scene);
    for (let k = 0; k <= scene.model.layers.length; k++)
      if (k !== scene.l && k !== scene.l - 1)
        yield { detail: k, way: (look) => weightsOf(look(dZ), look(named('A', k))) };
  },
  tell(scene, detail) {
    const { dZ, A_prev, dW } = around(scene);
    const other = say(named('A', Number(detail)));
    return {
      title: `Your ${say(dW)} is made with ${other}, not with ${say(A_prev)}.`,
      cells: `${say(dZ)} ${other}ᵀ / m`,
      why: 'The linear_cache of another layer was taken from the list of caches, which counts from 0.',
      wrong: `linear_cache, activation_cache = caches[${detail}]`,
      right: `linear_cache, activation_cache = caches[${scene.l - 1}]`,
    };
  },
});

/** Weight decay. */
export const regularised = cause({
  at: ['weights'],
  *tries({ made, m, of, theirs, ...scene }) {
    const { W } = around({ made, ...scene });
    const right = made.ways[0]!(of);
    if (!theirs || !isOneShape(theirs, right)) return;
    const left = zip(theirs, right, (x, y) => x - y);
    for (const lambda of fittedBy(left, scaled(of(W), 1 / m)))
      if (lambda > 0)
        yield {
          detail: lambda,
          way: (look) => zip(made.ways[0]!(look), look(W), (x, w) => x + (lambda * w) / m),
        };
  },
  tell(scene, detail) {
    const { W, dW } = around(scene);
    return {
      title: `Your ${say(dW)} has weight decay in it, with λ = ${detail}.`,
      cells: `the right ${say(dW)}, + ${detail} · ${say(W)} / m`,
      why: `That is right if you meant it: it is the derivative of λ/(2m) Σ W². The model that is open has none.`,
      wrong: `dW = np.dot(dZ, A_prev.T) / m + ${detail} / m * W`,
      right: dWLine,
    };
  },
});

/** One sum for all units. */
export const totalSum = cause({
  at: ['bias'],
  *tries(scene) {
    const { dZ } = around(scene);
    const total = (look: Look): number => {
      let sum = 0;
      for (const x of look(dZ).data) sum += x;
      return sum / scene.m;
    };
    const { rows } = scene.of(dZ);
    if (rows === 1) return;
    yield { way: (look) => map(zeros(rows, 1, 'float64'), () => total(look)) };
    yield { way: (look) => scalar(total(look), 'float64') };
  },
  tell(scene) {
    const { dZ, db } = around(scene);
    return {
      title: `Your ${say(db)} is one sum for all units: axis=1 is missing.`,
      cells: `the sum of all of ${say(dZ)}, over m`,
      why: `Every unit has a bias of its own, and so ${say(db)} has a number for each: the sum runs over the examples alone.`,
      wrong: 'db = np.sum(dZ) / m',
      right: dbLine,
    };
  },
});

/** Summed over the units. */
export const otherAxis = cause({
  at: ['bias'],
  *tries(scene) {
    const { dZ } = around(scene);
    if (scene.of(dZ).rows === 1 && scene.m === 1) return;
    yield {
      way: (look) => {
        const matrix = look(dZ);
        const ones = map(zeros(1, matrix.rows, 'float64'), () => 1);
        return reshaped(multiply(ones, matrix, 'float64', { dividedBy: scene.m }), 1, matrix.cols);
      },
    };
  },
  tell(scene) {
    const { dZ, db } = around(scene);
    return {
      title: `Your ${say(db)} is summed over the units, not over the examples.`,
      cells: `the column sums of ${say(dZ)}, over m`,
      why: `Examples are columns, so that the sum over them runs along a row: axis=1. Yours has a number for each example, and there are as many biases as units.`,
      wrong: 'db = np.sum(dZ, axis=0, keepdims=True) / m',
      right: dbLine,
    };
  },
});

/** W the wrong way round on the way back. */
export const weightsNotTransposed = cause({
  at: ['input'],
  *tries(scene) {
    const { W, dZ } = around(scene);
    const { rows, cols } = scene.of(W);
    if (rows === cols && rows > 1) yield { way: (look) => multiply(look(W), look(dZ), 'float64') };
  },
  tell(scene) {
    const { W, dZ } = around(scene);
    return {
      title: `${say(W)} is not transposed in your ${say(scene.name)}.`,
      cells: `${say(W)} ${say(dZ)}`,
      why: `${say(W)} is square here, so that it fits both ways. Forward, row i of W gathers for unit i; backward, column j gathers what input j had a part in: Wᵀ.`,
      wrong: 'dA_prev = np.dot(W, dZ)',
      right: dALine,
    };
  },
});

/** W after its update. */
export const updatedWeights = cause({
  at: ['input'],
  *tries({ made, of, theirs, ...scene }) {
    const { W, dW, dZ } = around({ made, ...scene });
    const right = made.ways[0]!(of);
    if (!theirs || !isOneShape(theirs, right)) return;
    const left = zip(right, theirs, (x, y) => x - y);
    const moved = (look: Look) => multiply(transposed(look(dW)), look(dZ), 'float64');
    if (!isOneShape(of(dW), of(W))) return;
    for (const alpha of fittedBy(left, moved(of)))
      if (alpha > 0)
        yield {
          detail: alpha,
          way: (look) => {
            const updated = zip(look(W), look(dW), (w, d) => w - alpha * d);
            return multiply(transposed(updated), look(dZ), 'float64');
          },
        };
  },
  tell(scene, detail) {
    const { W, dW, dZ } = around(scene);
    return {
      title: `${say(W)} was updated before your ${say(scene.name)} was made of it.`,
      cells: `(${say(W)} − ${detail} · ${say(dW)})ᵀ ${say(dZ)}`,
      why: `The way back needs the ${say(W)} that the way forward used. Make all gradients first, and update after.`,
      wrong: `W = W - ${detail} * dW\n${dALine}`,
      right: `${dALine}\nW = W - ${detail} * dW`,
    };
  },
});

/** How near two arrays are that were one, as a part of each number: they may have been saved with few digits. */
const SAME = 1e-6;

/** dA holds dZ: the array was changed in place. */
export const overwrittenByGradient = cause({
  at: ['input', 'cost_gradient'],
  *tries({ name, made, of, l, model, theirs }) {
    const below = made.part.step === 'cost_gradient' ? l : l - 1;
    const layer = model.layers[below - 1];
    const [Z, dZ] = [named('Z', below), named('dZ', below)];
    if (name !== named('dA', below) || !layer || layer.batch_norm || !theirs) return;
    // A − Y is dZ[L], which somebody may have written for dA[L] without going on from it.
    const isBoth =
      made.part.step !== 'cost_gradient' ||
      of(dZ).data.every((x: number, k: number) => Math.abs(x - theirs.data[k]!) <= SAME * Math.abs(x));
    const { backward } = activationOf(layer);
    if (!isBoth) return;
    yield { way: (look) => backward(cacheOf('Z', look(Z)), made.ways[0]!(look), layer.alpha, 'Z') };
    // At the output dZ is A − Y, which keeps the digits that 1/(1 − A) loses.
    if (made.part.step === 'cost_gradient' && canFuse(model))
      yield { way: (look) => fusedGradient(look(made.node.input), look('Y')) };
  },
  tell({ name }) {
    const dZ = say(name.replace('A', 'Z'));
    return {
      title: `Your ${say(name)} holds ${dZ}: the array was changed in place.`,
      cells: dZ,
      why: `dZ = dA makes no copy: both names stand for one array, and what is done to dZ is done to dA. Where ${say(name)} is needed again, it is gone.`,
      wrong: 'dZ = dA\ndZ[Z <= 0] = 0',
      right: 'dZ = np.array(dA, copy=True)\ndZ[Z <= 0] = 0',
    };
  },
});
