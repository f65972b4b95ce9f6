import { activationOf } from '../../core/activations';
import type { Matrix } from '../../core/math/matrix';
import { multiply } from '../../core/math/multiply';
import { transposed } from '../../core/math/view';
import { forwardOf } from '../../explain/code/expressions';
import { turned } from '../tensor';
import { around, say } from './at';
import { cause, type Scene } from './cause';

/** b is missing. */
export const noBias = cause({
  at: ['linear'],
  *tries(scene) {
    const { W, A_prev } = around(scene);
    yield { way: (get) => multiply(get(W), get(A_prev), 'float64') };
  },
  tell(scene) {
    const { W, b, A_prev, Z } = around(scene);
    return {
      title: `${say(b)} is missing in your ${say(Z)}.`,
      cells: `${say(W)} ${say(A_prev)}, without ${say(b)}`,
      why: `A bias shifts each unit: without it every unit's line goes through the origin.`,
      wrong: 'Z = np.dot(W, A_prev)',
      right: 'Z = np.dot(W, A_prev) + b',
    };
  },
});

/** W the wrong way round, which fits where it is square. */
export const weightsTransposed = cause({
  at: ['linear'],
  *tries(scene) {
    const { W, b, A_prev } = around(scene);
    const { rows, cols } = scene.of(W);
    if (rows === cols && rows > 1)
      yield { way: (get) => multiply(transposed(get(W)), get(A_prev), 'float64', { plus: get(b) }) };
  },
  tell(scene) {
    const { W, A_prev, Z, b } = around(scene);
    return {
      title: `${say(W)} is the wrong way round in your ${say(Z)}.`,
      cells: `${say(W)}ᵀ ${say(A_prev)} + ${say(b)}`,
      why: `${say(W)} is square here, so that Wᵀ fits as well and NumPy does not complain. Row i of W belongs to unit i.`,
      wrong: 'Z = np.dot(W.T, A_prev) + b',
      right: 'Z = np.dot(W, A_prev) + b',
    };
  },
});

/** The layer takes Z of the layer before, not A. */
export const preActivationPassed = cause({
  at: ['linear'],
  *tries(scene) {
    const { W, b, Z_prev } = around(scene);
    if (scene.l > 1) yield { way: (get) => multiply(get(W), get(Z_prev), 'float64', { plus: get(b) }) };
  },
  tell(scene) {
    const { W, Z_prev, A_prev, Z, b } = around(scene);
    return {
      title: `Your ${say(Z)} is computed from ${say(Z_prev)}, not from ${say(A_prev)}.`,
      cells: `${say(W)} ${say(Z_prev)} + ${say(b)}`,
      why: `The activation of layer ${scene.l - 1} was left out: what goes on to the next layer is A.`,
      wrong: 'Z, linear_cache = linear_forward(Z_prev, W, b)',
      right: 'Z, linear_cache = linear_forward(A_prev, W, b)',
    };
  },
});

/** Z holds A: the array was changed in place. */
export const overwrittenByA = cause({
  at: ['linear'],
  *tries({ made, layer, name }) {
    if (layer.batch_norm || made.node.output !== name) return;
    yield { way: (get) => activationOf(layer).forward(derivedZ(get, made), layer.alpha) };
  },
  tell(scene) {
    const { Z, A } = around(scene);
    return {
      title: `Your ${say(Z)} holds ${say(A)}: the array was changed in place.`,
      cells: `g(${say(Z)}), which is ${say(A)}`,
      why: 'The activation wrote its result into Z itself, so that the cache, which refers to the same array, lost Z. Write into a new array, or copy Z first.',
      wrong:
        scene.layer.activation === 'relu'
          ? 'A = np.maximum(0, Z, out=Z)'
          : `Z[:] = ${forwardOf(scene.layer, 'numpy')}`,
      right: `A = ${forwardOf(scene.layer, 'numpy')}`,
    };
  },
});

/** Z by its right computation, whatever stands in its place. */
const derivedZ = (get: (name: string) => Matrix, made: Scene['made']): Matrix => made.ways[0]!(get);

/** Softmax over the examples. */
export const softmaxAxis = cause({
  at: ['activation'],
  *tries({ made, layer, m }) {
    if (layer.activation === 'softmax' && m > 1)
      yield { way: (get) => turned(activationOf('softmax').forward(turned(get(made.node.input)), 0)) };
  },
  tell({ made }) {
    const { input, output } = made.node;
    return {
      title: `Your softmax sums over the examples, not over the classes.`,
      cells: `e^${say(input)} over its sum along each row`,
      why: `Each column of ${say(output)} is one example, whose classes must sum to 1: the sum runs down the column, axis=0.`,
      wrong: 'A = np.exp(Z) / np.sum(np.exp(Z), axis=1, keepdims=True)',
      right: 'A = np.exp(Z) / np.sum(np.exp(Z), axis=0, keepdims=True)',
    };
  },
});
