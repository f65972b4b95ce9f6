import { type Matrix, zip } from '../../../core/math/matrix';
import { rowMeans } from '../../../core/math/means';
import { multiply } from '../../../core/math/multiply';
import { transposed } from '../../../core/math/view';
import { named } from '../../../core/model/names';
import type { Lookup } from '../../pass';
import { isOneShape, scaled } from '../../tensor';
import { around, say } from '../at';
import { cause } from '../cause';
import { dALine, dbLine, dWLine } from '../cost/lines';
import { fittedBy } from '../fit';

/** dZ Aᵀ / m, of whatever stands for either. */
const weightsOf = (dZ: Matrix, A: Matrix): Matrix =>
  multiply(dZ, transposed(A), 'float64', { dividedBy: dZ.cols });

/** dA where dZ belongs, on all three ways on. */
export const gradientBeforeSlope = cause({
  at: ['weights', 'bias', 'input'],
  *tries(scene) {
    const { dA, W, A_prev } = around(scene);
    const by = (make: (get: Lookup) => Matrix) => ({ way: make });
    if (scene.made.part.step === 'weights') yield by((get) => weightsOf(get(dA), get(A_prev)));
    if (scene.made.part.step === 'bias') yield by((get) => rowMeans(get(dA)));
    if (scene.made.part.step === 'input') yield by((get) => multiply(transposed(get(W)), get(dA), 'float64'));
  },
  tell(scene) {
    const { dA, dZ, W, A_prev } = around(scene);
    const [cells, wrong, right] = {
      weights: [`${say(dA)} ${say(A_prev)}ᵀ / m`, 'dW = np.dot(dA, A_prev.T) / m', dWLine],
      bias: [`the row means of ${say(dA)}`, 'db = np.sum(dA, axis=1, keepdims=True) / m', dbLine],
      input: [`${say(W)}ᵀ ${say(dA)}`, 'dA_prev = np.dot(W.T, dA)', dALine],
    }[scene.made.part.step] as [string, string, string];
    return {
      title: `Your ${say(scene.name)} is computed from ${say(dA)}, where ${say(dZ)} belongs.`,
      cells,
      why: `First ${say(dA)} goes through the activation, which gives ${say(dZ)}; linear_backward is given ${say(dZ)}.`,
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
    yield { way: (get) => weightsOf(get(dZ), get(A)) };
  },
  tell(scene) {
    const { dZ, A, A_prev, dW } = around(scene);
    return {
      title: `Your ${say(dW)} is computed with ${say(A)}, not with ${say(A_prev)}.`,
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
    if (scene.l > 1) yield { way: (get) => weightsOf(get(dZ), get(Z_prev)) };
  },
  tell(scene) {
    const { dZ, Z_prev, A_prev, dW } = around(scene);
    return {
      title: `Your ${say(dW)} is computed with ${say(Z_prev)}, not with ${say(A_prev)}.`,
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
        yield { detail: k, way: (get) => weightsOf(get(dZ), get(named('A', k))) };
  },
  tell(scene, detail) {
    const { dZ, A_prev, dW } = around(scene);
    const other = say(named('A', Number(detail)));
    return {
      title: `Your ${say(dW)} is computed with ${other}, not with ${say(A_prev)}.`,
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
          way: (get) => zip(made.ways[0]!(get), get(W), (x, w) => x + (lambda * w) / m),
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
