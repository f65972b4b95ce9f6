import { activationOf } from '../core/activations';
import type { Beat } from './lesson';
import type { Network } from './network';

/** What replaces an activation when a question comes back: one that reads the same slots, so that the same point is asked. */
const kin: Readonly<Record<string, string>> = {
  tanh: 'sigmoid',
  sigmoid: 'tanh',
  silu: 'gelu',
  leaky_relu: 'relu',
};

/** Another network with the same rules: other activations of the same kind in the hidden layers, sizes, data and numbers. */
export function elsewhere(network: Network): Network {
  const { layers, data, init } = network;
  const isDrawn = 'set' in data;
  const last = layers.length - 1;
  return {
    ...network,
    layers: layers.map((layer, i) => {
      if (i === last) return layer;
      const activation = kin[layer.activation] ?? layer.activation;
      return {
        ...layer,
        ...(isDrawn && { units: layer.units + (i % 2 === 0 ? -1 : 1) }),
        activation,
        alpha: activation === layer.activation ? layer.alpha : (activationOf(activation).alpha ?? 0),
      };
    }),
    init: { ...init, seed: init.seed + 4 },
    data: isDrawn ? { set: 'moons', m: 5 } : data,
  };
}

/** Whether a beat comes back in another network; a question whose answer no network changes is asked again as it was. */
export const isForElsewhere = ({ asks }: Beat): boolean => !(asks?.kind === 'choice' && asks.isOfAny);

/** A beat whose question was missed, as it comes back later: in another network, at the same moment. */
export function comingBack(beat: Beat, network: Network): Beat {
  const again = {
    asks: beat.asks,
    ...(isForElsewhere(beat)
      ? { says: 'This one again, in another network.', network: elsewhere(network) }
      : { says: 'This one again.', network }),
    ...beat.again,
  };
  return {
    ...beat,
    says: again.says,
    ...(again.asks && { asks: again.asks }),
    scene: { ...beat.scene, network: again.network },
    missed: beat,
  };
}
