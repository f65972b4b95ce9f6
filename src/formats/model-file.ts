import * as v from 'valibot';
import { initSchemeNames } from '../core/init';
import { type Model, type Sizes, shapeOf } from '../core/model';
import { tooLarge } from './limits';
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
} from './model-schema';
import { exactRows, object } from './numbers';
import { complaint } from './sentence';

const schema = v.object(
  {
    format: required(v.literal('cacheback-model', '"cacheback-model"')),
    version: required(v.literal(1, '1, the only version there is')),
    name: v.optional(v.string('a text'), 'opened file'),
    precision: required(precisionSchema),
    layers: required(layersSchema),
    loss: required(lossSchema),
    X: required(rowsSchema),
    Y: required(rowsSchema),
    parameters: v.optional(tensorsSchema),
    init: v.optional(
      v.object(
        { scheme: required(oneOf(initSchemeNames)), seed: required(seedSchema) },
        'an object such as {"scheme": "he", "seed": 1}',
      ),
    ),
    expected: v.optional(expectedSchema),
  },
  'a JSON object with "format": "cacheback-model"',
);

/** A model file whose every part has the right form and fits the others. */
export type ModelFile = v.InferOutput<typeof schema>;

/** What came of reading: the thing, or the sentence that says what was wrong and what was expected. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sentence: string };

const refused = (sentence: string): Read<never> => ({ ok: false, sentence });

/** Reads a model file. Never throws; a text that is not one is answered with a sentence. */
export function readModelFile(text: string): Read<ModelFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused(`Expected JSON, but ${error instanceof Error ? error.message : 'this is not'}.`);
  }
  const result = v.safeParse(schema, json);
  if (!result.success) return refused(complaint(result.issues));
  const file = result.output;
  const flaw = misfit(file);
  return flaw ? refused(flaw) : { ok: true, value: file };
}

type Rows = readonly (readonly number[])[];

/** What does not fit what in a file whose parts are well-formed; undefined where all fits. */
function misfit({ layers, X, Y, parameters, expected = {} }: ModelFile): string | undefined {
  const sizes: Sizes = { units: [X.length, ...layers.map((layer) => layer.units)], m: X[0]!.length };
  const wrong = (path: string, rows: Rows | undefined, name: string): string | undefined => {
    const shape = shapeOf(name, sizes);
    const found = rows ? `found ${rows.length} by ${rows[0]!.length}` : 'it is missing';
    return rows?.length === shape.rows && rows[0]!.length === shape.cols
      ? undefined
      : `${path}: expected ${shape.rows} by ${shape.cols}, to fit X and the layers, but ${found}.`;
  };
  const strange = (path: string, name: string, allowed: RegExp): string | undefined => {
    const layer = Number(allowed.exec(name)?.[1] ?? 0);
    return allowed.test(name) && layer <= layers.length
      ? undefined
      : `${path}.${name}: expected only tensors of layers 1 to ${layers.length}, but found ${name}.`;
  };
  const flaws = function* () {
    yield tooLarge(sizes);
    yield wrong('Y', Y, 'Y');
    if (parameters) {
      for (const name of Object.keys(parameters)) yield strange('parameters', name, /^[Wb]([1-9]\d*)$/);
      for (let l = 1; l <= layers.length; l++)
        for (const name of [`W${l}`, `b${l}`]) yield wrong(`parameters.${name}`, parameters[name], name);
    }
    for (const [name, value] of Object.entries(expected)) {
      yield strange('expected', name, /^(?:cost|A0|dA0|(?:W|b|Z|A|dA|dZ|dW|db)([1-9]\d*))$/);
      yield wrong(`expected.${name}`, rowsOf(value), name);
    }
  };
  for (const flaw of flaws()) if (flaw) return flaw;
}

/** A number in `expected`, as the 1 × 1 tensor that it stands for. */
export const rowsOf = (value: number | number[][]): number[][] =>
  typeof value === 'number' ? [[value]] : value;

/** A model as a model file, with its data and parameters, so that it opens again as it is. */
export function writeModelFile(model: Model, name: string): string {
  const layers = model.layers.map(({ units, activation, alpha, keep }) => ({
    units,
    activation,
    alpha,
    keep,
  }));
  const parameters = Array.from(model.parameters, ([key, matrix]) => [key, exactRows(matrix)] as const);
  return object([
    ['format', '"cacheback-model"'],
    ['version', '1'],
    ['name', JSON.stringify(name)],
    ['precision', JSON.stringify(model.precision)],
    ['layers', JSON.stringify(layers)],
    ['loss', JSON.stringify(model.loss)],
    ['X', exactRows(model.X)],
    ['Y', exactRows(model.Y)],
    ['parameters', object(parameters)],
  ]);
}
