import * as v from 'valibot';
import { required } from './fields';
import {
  cachesSchema,
  expectedSchema,
  initSchema,
  layersSchema,
  lossSchema,
  nameSchema,
  outputSchema,
  parametersSchema,
  precisionSchema,
} from './model-schema';
import { rowsSchema } from './rows-schema';

/** A model file: the form of every part, whether or not they fit each other. */
export const modelFileSchema = v.object(
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
export type ModelFile = v.InferOutput<typeof modelFileSchema>;
