import { zip } from '../../../core/math/matrix';
import type { Layer } from '../../../core/model/model';
import { named } from '../../../core/model/names';
import type { Lookup } from '../../pass';
import { say } from '../at';
import { cause } from '../cause';
import { backward, hasA, hasSlope, lineOf, mixes, namesAt, rightLine } from './backward';
import {
  detailOf,
  inWords,
  isSameButAlpha,
  layerOf,
  likeOthers,
  withAlpha,
  withOtherAlphas,
} from './other-activations';

/** Softmax by the diagonal of its Jacobian. */
export const softmaxDiagonal = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, A } = namesAt(scene);
    if (mixes(scene.layer)) yield { way: (get) => zip(get(dA), get(A), (d, a) => d * a * (1 - a)) };
  },
  tell(scene) {
    const { dA, dZ, A } = namesAt(scene);
    return {
      title: `Your ${say(dZ)} has only the diagonal of softmax's Jacobian.`,
      cells: `${say(dA)} · ${say(A)} · (1 − ${say(A)})`,
      why: 'A class of softmax moves all the others too: each column mixes, and A (1 − A) is only what a class does to itself.',
      wrong: 'dZ = dA * A * (1 - A)',
      right: lineOf(scene.layer, 'A'),
    };
  },
});

/** The slope of another activation, or of the same with another parameter. */
export const otherSlope = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, A, Z } = namesAt(scene);
    const fromZ = (get: Lookup) => (other: Layer) => backward(other, 'Z', get(Z), get(dA));
    const fromA = (get: Lookup) => (other: Layer) => backward(other, 'A', get(A), get(dA));
    const others = likeOthers(scene.layer).filter(hasSlope);
    const all = (by: typeof fromZ) => [...others, ...withOtherAlphas(scene, by(scene.of))];
    const ways = [
      ...all(fromZ).map((other) => [other, fromZ] as const),
      // Where alpha is negative, A does not tell.
      ...all(fromA)
        .filter(hasA)
        .map((other) => [other, fromA] as const),
    ];
    for (const [other, by] of ways) yield { detail: detailOf(other), way: (get) => by(get)(other) };
  },
  tell(scene, detail) {
    const { dA, dZ, Z } = namesAt(scene);
    const { layer, l } = scene;
    const other = layerOf(layer, detail);
    const isAlpha = isSameButAlpha(other, layer);
    const name = isAlpha ? inWords(other) : other.activation;
    return {
      title: `Your ${say(dZ)} has the slope of ${name}, but layer ${l} ${isAlpha ? `has${withAlpha(layer).replace(' with', '')}` : `runs ${layer.activation}`}.`,
      cells: `${say(dA)} · ${other.activation}′(${say(Z)})${withAlpha(other)}`,
      why: isAlpha
        ? 'The way back must have the parameter that the way forward had.'
        : `The backward of a layer must be that of the activation that it ran: was "${name}" passed to linear_activation_backward?`,
      wrong: lineOf(other, hasA(other) ? 'A' : 'Z'),
      right: rightLine(layer),
    };
  },
});

/** The cache of another layer. */
export const otherLayer = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, Z } = namesAt(scene);
    const { layer, model, of } = scene;
    if (!hasSlope(layer)) return;
    const { rows } = of(Z);
    const others = model.layers.flatMap(({ units }, i) =>
      i + 1 !== scene.l && units === rows ? [i + 1] : [],
    );
    for (const k of others)
      yield { detail: k, way: (get) => backward(layer, 'Z', get(named('Z', k)), get(dA)) };
    if (hasA(layer))
      for (const k of others)
        yield { detail: k, way: (get) => backward(layer, 'A', get(named('A', k)), get(dA)) };
    for (const k of others)
      yield { detail: k, way: (get) => backward(model.layers[k - 1]!, 'Z', get(named('Z', k)), get(dA)) };
  },
  tell(scene, detail) {
    const { dA, dZ, Z } = namesAt(scene);
    const other = say(named('Z', Number(detail)));
    return {
      title: `Your ${say(dZ)} has the slope at ${other}, not at ${say(Z)}: the cache of layer ${detail} was taken.`,
      cells: `${say(dA)} · g′(${other})`,
      why: `caches counts from 0: layer ${scene.l} left its cache in caches[${scene.l - 1}]. Its shape fits, since layer ${detail} has as many units.`,
      wrong: `current_cache = caches[${Number(detail) - 1}]`,
      right: `current_cache = caches[${scene.l - 1}]`,
    };
  },
});
