import { activationOf } from '../../../core/activations';
import { zip } from '../../../core/math/matrix';
import { say } from '../at';
import { cause } from '../cause';
import { backward, hasA, hasSlope, lineOf, namesAt, rightLine, times } from './backward';

/** g in the place of g′. */
export const activationForSlope = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, A, Z } = namesAt(scene);
    const { layer } = scene;
    yield { way: (get) => times(get(dA), get(A)) };
    yield { way: (get) => times(get(dA), activationOf(layer).forward(get(Z), layer.alpha)) };
  },
  tell(scene) {
    const { dA, dZ, A, Z } = namesAt(scene);
    const g = scene.layer.activation;
    return {
      title: `Your ${say(dZ)} is ${say(dA)} times ${g} itself, not times its slope.`,
      cells: `${say(dA)} · ${say(A)}`,
      why: `${g}(${say(Z)}) is ${say(A)}; the way back needs g′(${say(Z)}).${g === 'relu' ? ' np.maximum(0, Z) is relu, and its slope is 1 or 0.' : ''}`,
      wrong: g === 'relu' ? 'dZ = dA * np.maximum(0, Z)' : 'dZ = dA * A',
      right: rightLine(scene.layer),
    };
  },
});

/** The formula meant for Z, applied to A. */
export const outputForInput = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, A, Z } = namesAt(scene);
    const { layer } = scene;
    if (!hasSlope(layer)) return;
    yield { way: (get) => backward(layer, 'Z', get(A), get(dA)) };
    yield {
      way: (get) => backward(layer, 'Z', activationOf(layer).forward(get(Z), layer.alpha), get(dA)),
    };
  },
  tell(scene) {
    const { dA, A, Z } = namesAt(scene);
    const g = scene.layer.activation;
    return {
      title: `Your slope is ${g}′ of ${say(A)}, not of ${say(Z)}.`,
      cells: `${say(dA)} · ${g}′(${say(A)})`,
      why: `${g}_backward was given ${say(A)} as its cache where it expects ${say(Z)}, and applied ${g} to it again.${hasA(scene.layer) ? ` With A in the cache, g′ has a formula of its own.` : ' Keep Z in the activation_cache.'}`,
      wrong: `A = activation_cache\n${lineOf(scene.layer, 'Z', { Z: 'A' })}`,
      right: hasA(scene.layer)
        ? lineOf(scene.layer, 'A')
        : `Z = activation_cache\n${lineOf(scene.layer, 'Z')}`,
    };
  },
});

/** The formula meant for A, applied to Z. */
export const inputForOutput = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, Z } = namesAt(scene);
    if (hasA(scene.layer)) yield { way: (get) => backward(scene.layer, 'A', get(Z), get(dA)) };
  },
  tell(scene) {
    const { dA, dZ, A, Z } = namesAt(scene);
    const g = scene.layer.activation;
    return {
      title: `Your ${say(dZ)} has the slope formula that is meant for ${say(A)}, with ${say(Z)} in it.`,
      cells: `${say(dA)} · the slope of ${g} by its formula in A, at ${say(Z)}`,
      why: `The formula is right where it is given A = ${g}(Z). Your activation_cache holds Z: apply ${g} to it first.`,
      wrong: lineOf(scene.layer, 'A', { A: 'Z' }),
      right: `A = ${g}(Z)\n${lineOf(scene.layer, 'A')}`,
    };
  },
});

/** tanh′ as 1 − A. */
export const notSquared = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, A } = namesAt(scene);
    if (scene.layer.activation === 'tanh')
      yield { way: (get) => zip(get(dA), get(A), (d, a) => d * (1 - a)) };
  },
  tell(scene) {
    const { dA, dZ, A } = namesAt(scene);
    return {
      title: `The square is missing in your ${say(dZ)}: tanh′ is 1 − A², not 1 − A.`,
      cells: `${say(dA)} · (1 − ${say(A)})`,
      why: 'tanh′(z) = 1 − tanh²(z). Without the square the slope goes up to 2, where it is 1 at most.',
      wrong: 'dZ = dA * (1 - A)',
      right: 'dZ = dA * (1 - A**2)',
    };
  },
});
