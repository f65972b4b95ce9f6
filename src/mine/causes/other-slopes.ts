import { type ActivationName, activationOf } from '../../core/activations';
import { zip } from '../../core/math/matrix';
import { named } from '../../core/model/names';
import { say } from './at';
import { backward, hasA, lineOf, mixes, namesAt, rightLine } from './backward';
import { cause } from './cause';
import { asLayer, othersThan } from './forward';

/** Softmax by the diagonal of its Jacobian. */
export const softmaxDiagonal = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, A } = namesAt(scene);
    if (mixes(scene.layer)) yield { way: (look) => zip(look(dA), look(A), (d, a) => d * a * (1 - a)) };
  },
  tell(scene) {
    const { dA, dZ, A } = namesAt(scene);
    return {
      title: `Your ${say(dZ)} has the diagonal of softmax's Jacobian alone.`,
      cells: `${say(dA)} · ${say(A)} · (1 − ${say(A)})`,
      why: 'A class of softmax moves all the others too: each column mixes, and A (1 − A) is only what a class does to itself.',
      wrong: 'dZ = dA * A * (1 - A)',
      right: lineOf(scene.layer, 'A'),
    };
  },
});

/** The slope of another activation. */
export const otherSlope = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, A, Z } = namesAt(scene);
    const others = othersThan(scene.layer).filter((name) => name !== 'linear');
    for (const name of others) {
      const other = asLayer(scene.layer, name);
      yield { detail: name, way: (look) => backward(other, 'Z', look(Z), look(dA)) };
    }
    for (const name of others) {
      const other = asLayer(scene.layer, name);
      if (hasA(other)) yield { detail: name, way: (look) => backward(other, 'A', look(A), look(dA)) };
    }
  },
  tell(scene, detail) {
    const { dA, dZ, Z } = namesAt(scene);
    const name = detail as ActivationName;
    const other = asLayer(scene.layer, name);
    return {
      title: `Your ${say(dZ)} has the slope of ${name}, but layer ${scene.l} runs ${scene.layer.activation}.`,
      cells: `${say(dA)} · ${name}′(${say(Z)})`,
      why: `The backward of a layer must be that of the activation that it ran: was "${name}" passed to linear_activation_backward?`,
      wrong: lineOf(other, hasA(other) ? 'A' : 'Z'),
      right: rightLine(scene.layer),
    };
  },
});

/** The cache of another layer. */
export const otherLayer = cause({
  at: ['activation_backward'],
  *tries(scene) {
    const { dA, Z } = namesAt(scene);
    const { layer, model, of } = scene;
    if (activationOf(layer).routes(layer.alpha).length === 0) return;
    const { rows } = of(Z);
    const others = model.layers.flatMap(({ units }, i) =>
      i + 1 !== scene.l && units === rows ? [i + 1] : [],
    );
    for (const k of others)
      yield { detail: k, way: (look) => backward(layer, 'Z', look(named('Z', k)), look(dA)) };
    if (hasA(layer))
      for (const k of others)
        yield { detail: k, way: (look) => backward(layer, 'A', look(named('A', k)), look(dA)) };
    for (const k of others)
      yield { detail: k, way: (look) => backward(model.layers[k - 1]!, 'Z', look(named('Z', k)), look(dA)) };
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
