import * as v from 'valibot';
import { activationOf, ownOf } from '../core/activations';
import { fromRows, type Matrix, map } from '../core/math/matrix';
import {
  canFuse,
  isFused,
  type Layer,
  labelsFuse,
  type Model,
  type Sizes,
  shapeOf,
} from '../core/model/model';
import { parseName, named as tensorName } from '../core/model/names';
import { activationInFile, named } from './activation-in-file';
import { exactJson } from './exact-json';
import { readJson } from './json';
import { tooLarge, tooLong } from './limits';
import { asMeant, type Examples, type Reading } from './meant';
import { isRaw } from './meant/raw';
import {
  cachesSchema,
  customSchema,
  expectedSchema,
  initSchema,
  layerSchema,
  layersSchema,
  lossSchema,
  nameSchema,
  outputSchema,
  parametersSchema,
  precisionSchema,
  required,
} from './model-schema';
import { type Read, refused } from './read';
import { rowsSchema, shapeOfRows } from './rows-schema';
import { complaint } from './sentence';
import { shapeRemark } from './shape-remark';

const schema = v.object(
  {
    format: required(v.literal('cacheback-model', '"cacheback-model"')),
    version: required(v.picklist([1, 2], '1 or 2')),
    name: v.optional(nameSchema, 'opened file'),
    precision: required(precisionSchema),
    layers: required(layersSchema),
    loss: required(lossSchema),
    output: outputSchema,
    X: required(rowsSchema),
    Y: required(rowsSchema),
    parameters: v.optional(parametersSchema),
    init: v.optional(initSchema),
    caches: v.optional(cachesSchema),
    expected: v.optional(expectedSchema),
  },
  'a JSON object with "format": "cacheback-model"',
);

/** A model file whose every part has the right form and fits the others. */
export type ModelFile = v.InferOutput<typeof schema>;

const known = {
  file: Object.keys(schema.entries),
  layer: Object.keys(layerSchema.entries),
  activation: Object.keys(customSchema.entries),
  init: Object.keys(initSchema.entries),
};

/** What more there is to say of a model file that was read. */
export interface Readings extends Reading {
  /** Sentences on what was read as something else, and on what was passed over. */
  readonly remarks: readonly string[];
}

/**
 * Reads a model file, or a trace file's model, as it is meant. `examples` says how the examples stand where the file
 * leaves that open. Never throws; a text that is none is answered with a sentence.
 */
export function readModelFile(text: string, examples?: Examples): Read<ModelFile, Readings> {
  const json = readJson(text);
  return json.ok ? readModel(json.value, examples) : json;
}

/** Reads what came out of JSON as a model file, as `readModelFile` does. */
export function readModel(json: unknown, examples?: Examples): Read<ModelFile, Readings> {
  if (isRaw(json) && json.format === 'cacheback-trace' && !isRaw(json.model))
    return refused('model: expected the model that the trace is of, but it is missing.');
  const { json: meant, remarks, ...reading } = asMeant(json, known, examples);
  const result = v.safeParse(schema, meant, { abortEarly: true });
  if (!result.success) return refused(complaint(result.issues));
  for (const flaw of misfits(result.output)) if (flaw) return refused(flaw);
  return {
    ok: true,
    value: result.output,
    ...reading,
    remarks: [...remarks, ...misshapenExpected(result.output)],
  };
}

const sizesOfFile = ({ layers, X }: ModelFile): Sizes => ({
  units: [X.length, ...layers.map((layer) => layer.units)],
  m: X[0]!.length,
});

/** What does not fit what in a file whose parts are well-formed, place by place; undefined where a place fits. */
function* misfits(file: ModelFile): Generator<string | undefined> {
  const { layers, loss, output, Y, parameters, caches = {}, expected = {} } = file;
  const sizes = sizesOfFile(file);
  yield tooLarge(sizes);
  yield tooLong(layers.map(named), sizes);
  yield misshapen('Y', 'Y', Y, sizes);
  if (output === 'fused' && !canFuse({ layers: layers.map(named), loss }))
    yield 'output: expected "two_steps", since only a sigmoid under binary_cross_entropy and a softmax under categorical_cross_entropy can be "fused".';
  if (output === 'fused' && !labelsFuse({ loss, Y: fromRows(Y, 'float64') }))
    yield 'output: expected "two_steps", since a softmax can be "fused" only where the labels of each example, a column of Y, sum to 1.';
  if (parameters) {
    for (const name of Object.keys(parameters)) yield stranger('parameters', name, sizes);
    for (const [i, layer] of layers.entries()) {
      const l = i + 1;
      for (const name of [tensorName('W', l), tensorName('b', l)])
        yield misshapen(`parameters.${name}`, name, parameters[name], sizes);
      // Where γ and β are not given they are 1 and 0.
      for (const name of [tensorName('gamma', l), tensorName('beta', l)])
        if (parameters[name])
          yield layer.batch_norm
            ? misshapen(`parameters.${name}`, name, parameters[name], sizes)
            : `parameters.${name}: expected none, since layer ${l} has no batch_norm.`;
    }
  }
  yield* layers.map((layer, i) => misfitDropout(layer, i + 1, sizes));
  for (const [name, rows] of Object.entries(caches))
    yield stranger('caches', name, sizes) ?? misshapen(`caches.${name}`, name, rows, sizes);
  for (const name of Object.keys(expected)) yield stranger('expected', name, sizes);
}

/** What is wrong with the dropout of layer l, if anything. */
function misfitDropout(
  { dropout }: ModelFile['layers'][number],
  l: number,
  sizes: Sizes,
): string | undefined {
  if (!dropout) return undefined;
  const at = `layers[${l - 1}].dropout`;
  if (l === sizes.units.length - 1)
    return `${at}: expected none in the last layer, whose A is what the network says.`;
  return dropout.D && misshapen(`${at}.D`, tensorName('D', l), dropout.D, sizes);
}

/** Sentences on the tensors that are expected in a shape that they do not have: that is a mistake of the pass, and no misreading. */
const misshapenExpected = (file: ModelFile): string[] =>
  Object.entries(file.expected ?? {}).flatMap(
    ([name, value]) => shapeRemark(name, shapeOfRows(value), sizesOfFile(file)) ?? [],
  );

type Rows = readonly (readonly number[])[];

/** What is wrong with the shape of the tensor of that name, if anything. */
function misshapen(path: string, name: string, rows: Rows | undefined, sizes: Sizes): string | undefined {
  const shape = shapeOf(name, sizes);
  if (rows?.length === shape.rows && rows[0]!.length === shape.cols) return undefined;
  const found = rows ? `found ${rows.length} by ${rows[0]!.length}` : 'it is missing';
  return `${path}: expected ${shape.rows} by ${shape.cols}, to fit X and the layers, but ${found}.`;
}

/** What is wrong with a tensor's name where no layer has that number. */
function stranger(path: string, name: string, { units }: Sizes): string | undefined {
  const { layer } = parseName(name);
  const last = units.length - 1;
  if (layer <= last) return undefined;
  return `${path}.${name}: expected tensors of layers up to ${last} only, but found one of layer ${layer}.`;
}

/**
 * A model as the pieces of a model file's text, with its data and parameters, and what its file expects of the pass, so
 * that it opens again as it is.
 */
export const writeModelFile = (
  model: Model,
  name: string,
  expected?: ModelFile['expected'],
  caches?: ModelFile['caches'],
): string[] => [...exactJson({ ...modelFileOf(model, name), caches, expected })];

/** Whether a layer has something of which version 1 knows nothing. */
const isNewer = ({ slope, slopeFromA, batch_norm, dropout }: Layer): boolean =>
  [slope, slopeFromA, batch_norm, dropout].some((part) => part !== undefined);

/** A model as what a model file holds. */
export function modelFileOf(model: Model, name: string) {
  const { precision, layers, loss, X, Y, parameters } = model;
  const output = isFused(model) ? ('fused' as const) : undefined;
  return {
    format: 'cacheback-model',
    version: output || layers.some(isNewer) ? 2 : 1,
    name,
    precision,
    layers: layers.map(({ units, alpha, keep, route, batch_norm, dropout, ...layer }) => ({
      units,
      activation: activationInFile(layer),
      alpha: ownOf(layer) || activationOf(layer).alpha === undefined ? undefined : alpha,
      keep,
      route,
      batch_norm,
      dropout,
    })),
    loss,
    output,
    X: storable(X),
    Y: storable(Y),
    parameters: Object.fromEntries(Array.from(parameters, ([key, matrix]) => [key, storable(matrix)])),
  } as const;
}

/**
 * Given numbers as a file may hold them. An infinity among them was beyond float32 when it was stored; the largest
 * float64, which is beyond it too, stands for it.
 */
const storable = (matrix: Matrix): Matrix =>
  map(matrix, (x) => Math.max(-Number.MAX_VALUE, Math.min(x, Number.MAX_VALUE)), 'float64');
