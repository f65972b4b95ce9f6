import { activationOf } from '../../core/activations';
import type { Layer, Sizes } from '../../core/model/model';
import { dataSets } from '../../data/sets';
import { activationInFile, named } from '../../formats/model/activation-in-file';
import type { ModelFile } from '../../formats/model/model-file-schema';
import type { Drawn, Opened, Stored } from './schema';

/** Everything about a model that a user chose, or that came in a file. All else about it is worked out from this. */
export type Choice = Omit<Stored, 'data' | 'layers'> & {
  readonly layers: readonly Layer[];
  readonly data: Drawn | Opened;
};

/** Whether data came in a file. */
export const isOpened = (data: Choice['data']): data is Opened => 'X' in data;

/** What the page opens on. */
export const firstChoice: Choice = {
  // In the order in which a layer is read, so that a link to it is the same however it came to be.
  layers: [
    { units: 4, keep: 'Z', activation: 'relu', alpha: 0 },
    { units: 3, keep: 'Z', activation: 'tanh', alpha: 0 },
    { units: 1, keep: 'Z', activation: 'sigmoid', alpha: 0 },
  ],
  loss: 'binary_cross_entropy',
  precision: 'float32',
  init: { scheme: 'he', seed: 3 },
  data: { set: 'flowers', m: 8 },
};

/** n_0 … n_L and m of a choice. */
export function sizesOfChoice({ layers, data }: Choice): Sizes {
  const [inputs, m] = isOpened(data)
    ? [data.X.length, data.X[0]!.length]
    : [dataSets[data.set].features, data.m];
  return { units: [inputs, ...layers.map((layer) => layer.units)], m };
}

/** How many units the last layer must have, for the labels. */
export function outputsOf({ data }: Choice): number {
  if (isOpened(data)) return data.Y.length;
  const { classes } = dataSets[data.set];
  return classes === 2 ? 1 : classes;
}

/** Layers as they come from outside, with the parameter of each activation filled in. */
export const layersOf = (layers: Stored['layers']): Layer[] =>
  layers.map(({ activation, alpha, ...rest }) => ({
    ...rest,
    ...named({ activation }),
    // A formula has no parameter.
    alpha: typeof activation === 'string' ? (alpha ?? activationOf(activation).alpha ?? 0) : 0,
  }));

/** Layers as they are stored: what somebody wrote stands in the place of a name. */
const storedLayers = (layers: readonly Layer[]) =>
  layers.map(({ activation, own, ...rest }) => ({
    ...rest,
    activation: activationInFile({ activation, own }),
  }));

/** A choice as it stands in a link, and as `readChoice` reads it. */
export const storedChoice = (choice: Choice) => ({ ...choice, layers: storedLayers(choice.layers) });

/** The choice that a model file stands for. What the file expects of a pass is no part of it. */
export function choiceOfFile({
  name,
  layers,
  loss,
  output,
  precision,
  X,
  Y,
  parameters,
  init,
}: ModelFile): Choice {
  return {
    layers: layersOf(layers),
    loss,
    ...(output === 'fused' && { output }),
    precision,
    init: init ?? { scheme: 'he', seed: 1 },
    data: { name, X, Y, ...(parameters && { parameters }) },
  };
}

/** Whether two plain values are the same; what is left out is as if it were undefined. */
export function areAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [members, others] = [a, b] as Record<string, unknown>[];
  return Object.keys({ ...a, ...b }).every((key) => areAlike(members![key], others![key]));
}

/** Whether two choices are the same in all that was chosen; opened data is the same only if it was opened once. */
export function isSameChoice(a: Choice, b: Choice): boolean {
  const drawn = !isOpened(a.data) && !isOpened(b.data);
  const sameData = a.data === b.data || (drawn && areAlike(a.data, b.data));
  return sameData && areAlike({ ...a, data: undefined }, { ...b, data: undefined });
}

/** What a model is called: as its file, or by its layers and its data. */
export const nameOf = (choice: Choice): string =>
  isOpened(choice.data) ? choice.data.name : `${sizesOfChoice(choice).units.join('-')} ${choice.data.set}`;
