import * as v from 'valibot';
import { activationOf } from '../core/activations';
import { initSchemeNames } from '../core/init';
import type { Layer, Sizes } from '../core/model';
import { dataSetNames, dataSets } from '../data/sets';
import { tooLarge } from '../formats/limits';
import type { ModelFile, Read } from '../formats/model-file';
import {
  expectedSchema,
  layersSchema,
  lossSchema,
  oneOf,
  precisionSchema,
  required,
  rowsSchema,
  seedSchema,
  tensorsSchema,
  wholeNumber,
} from '../formats/model-schema';
import { complaint } from '../formats/sentence';

const setSchema = v.object({ set: required(oneOf(dataSetNames)), m: required(wholeNumber(1, 65_536)) });

/** Data that came in a file, with the parameters that came with it, and what the file says must come out. */
const openedSchema = v.object({
  name: required(v.string('a text')),
  X: required(rowsSchema),
  Y: required(rowsSchema),
  parameters: v.optional(tensorsSchema),
  expected: v.optional(expectedSchema),
});

/** Stands for opened data in a link that it does not fit into. */
const leftOutSchema = v.object({ leftOut: required(v.string('a text')) });

const choiceSchema = v.object({
  layers: required(layersSchema),
  loss: required(lossSchema),
  precision: required(precisionSchema),
  init: required(v.object({ scheme: required(oneOf(initSchemeNames)), seed: required(seedSchema) })),
  data: required(v.union([setSchema, openedSchema, leftOutSchema], 'a data set or opened data')),
});

type Stored = v.InferOutput<typeof choiceSchema>;

export type Opened = v.InferOutput<typeof openedSchema>;

/** Everything about a model that a user chose, or that came in a file. All else about it is worked out from this. */
export type Choice = Omit<Stored, 'data' | 'layers'> & {
  readonly layers: readonly Layer[];
  readonly data: v.InferOutput<typeof setSchema> | Opened;
};

export const isOpened = (data: Choice['data']): data is Opened => 'X' in data;

/** What the page opens on. */
export const firstChoice: Choice = {
  layers: [
    { units: 4, activation: 'relu', alpha: 0, keep: 'Z' },
    { units: 3, activation: 'tanh', alpha: 0, keep: 'Z' },
    { units: 1, activation: 'sigmoid', alpha: 0, keep: 'Z' },
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
const withAlphas = (layers: Stored['layers']): Layer[] =>
  layers.map((layer) => ({ ...layer, alpha: layer.alpha ?? activationOf(layer.activation).alpha ?? 0 }));

/** The choice that a model file stands for. */
export function choiceOfFile({
  name,
  layers,
  loss,
  precision,
  X,
  Y,
  parameters,
  init,
  expected,
}: ModelFile): Choice {
  return {
    layers: withAlphas(layers),
    loss,
    precision,
    init: init ?? { scheme: 'he', seed: 1 },
    data: { name, X, Y, ...(parameters && { parameters }), ...(expected && { expected }) },
  };
}

/** A choice out of a link, checked as strictly as a file. */
export function readChoice(value: unknown): Read<Choice> {
  const result = v.safeParse(choiceSchema, value);
  if (!result.success) return { ok: false, sentence: `This link is damaged: ${complaint(result.issues)}` };
  const { data, layers, ...rest } = result.output;
  if ('leftOut' in data)
    return {
      ok: false,
      sentence: `This link goes with the file ${data.leftOut}, which was too large for it. Open the file to see its model.`,
    };
  const choice = { ...rest, data, layers: withAlphas(layers) };
  const flaw = tooLarge(sizesOfChoice(choice)) ?? misfit(choice);
  return flaw ? { ok: false, sentence: `This link is damaged: ${flaw}` } : { ok: true, value: choice };
}

function misfit(choice: Choice): string | undefined {
  const { data, layers } = choice;
  if (layers[layers.length - 1]!.units !== outputsOf(choice))
    return 'the last layer does not fit the labels.';
  if (isOpened(data))
    return data.X[0]!.length === data.Y[0]!.length ? undefined : 'X and Y do not fit each other.';
  return data.m > dataSets[data.set].most ? `m: expected at most ${dataSets[data.set].most}.` : undefined;
}
