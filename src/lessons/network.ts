import { activationOf } from '../core/activations';
import type { Precision } from '../core/math/matrix';
import type { Init } from '../core/model/init';
import type { Layer, OutputName } from '../core/model/model';
import type { LossName } from '../core/operations/losses';
import type { DataSetName } from '../data/sets';

/** A network as a lesson sets it up, in the words of what a student can choose. */
export interface Network {
  readonly layers: readonly Layer[];
  readonly loss: LossName;
  readonly output?: OutputName | undefined;
  readonly precision: Precision;
  readonly init: Init;
  readonly data:
    | { set: DataSetName; m: number }
    | {
        name: string;
        X: number[][];
        Y: number[][];
        parameters?: Record<string, number[][]> | undefined;
      };
  /** What was changed in the caches by hand. */
  readonly tampered?: Changed[] | undefined;
}

/** A change by hand: a cell that is set, or a whole tensor in whose place unrelated or given numbers stand. */
type Changed =
  | { tensor: string; row: number; col: number; value: number | 'NaN' | 'Infinity' | '-Infinity' }
  | { tensor: string; unrelated: number }
  | { tensor: string; given: number[][] };

/** A layer in few words: it keeps Z, and alpha is the usual one, where nothing else is said. */
type Brief = Pick<Layer, 'units' | 'activation'> & Partial<Layer>;

const layerOf = (brief: Brief): Layer => ({
  alpha: activationOf(brief.activation).alpha ?? 0,
  keep: 'Z',
  ...brief,
});

/** A network of layers in few words: eight planar flowers, binary cross entropy and float32, where nothing else is said. */
export const network = (layers: readonly Brief[], rest: Partial<Omit<Network, 'layers'>> = {}): Network => ({
  layers: layers.map(layerOf),
  loss: 'binary_cross_entropy',
  precision: 'float32',
  init: { scheme: 'he', seed: 3 },
  data: { set: 'flowers', m: 8 },
  ...rest,
});

/** Anything with layers, with layer l changed; layers are counted from 1. */
export const changeLayer = <T extends { readonly layers: readonly Layer[] }>(
  of: T,
  l: number,
  change: Partial<Layer>,
): T => ({ ...of, layers: of.layers.map((layer, i) => (i === l - 1 ? { ...layer, ...change } : layer)) });

/** The network that the page opens on: relu, tanh and sigmoid, which all keep Z, as the course's do. */
export const courseNetwork = network([
  { units: 4, activation: 'relu' },
  { units: 3, activation: 'tanh' },
  { units: 1, activation: 'sigmoid' },
]);
