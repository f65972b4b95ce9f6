import { named, spoken } from '../../core/model/names';
import type { Scene } from './cause';

/** Names of the tensors around a step of layer l, as files have them and as people write them. */
export function around({ l, made, model }: Pick<Scene, 'l' | 'made' | 'model'>) {
  const { node } = made;
  const own = {
    W: named('W', l),
    b: named('b', l),
    Z: named('Z', l),
    A: named('A', l),
    dW: named('dW', l),
    db: named('db', l),
    dZ: named('dZ', l),
    dA: named('dA', l),
    /** What the dense step of the layer takes: A of the layer before, or what dropout made of it. */
    A_prev: model.layers[l - 2]?.dropout ? named('Adrop', l - 1) : named('A', l - 1),
    Z_prev: named('Z', l - 1),
    input: node.input,
    output: node.output,
  };
  return own;
}

/** `dZ[1]` */
export const say = spoken;
