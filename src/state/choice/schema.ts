import * as v from 'valibot';
import { dataSetNames } from '../../data/sets';
import { limits } from '../../formats/limits';
import { oneOf, required, wholeNumber } from '../../formats/model/fields';
import {
  initSchema,
  layersSchema,
  lossSchema,
  nameSchema,
  outputSchema,
  parametersSchema,
  precisionSchema,
} from '../../formats/model/model-schema';
import { rowsSchema } from '../../formats/model/rows-schema';
import { tamperedSchema } from '../what-if/schema';

const setSchema = v.object(
  { set: required(oneOf(dataSetNames)), m: required(wholeNumber(1, limits.examples)) },
  'a data set such as {"set": "moons", "m": 8}',
);

/** Data that came in a file, with the parameters that came with it. */
const openedSchema = v.object({
  name: required(nameSchema),
  X: required(rowsSchema),
  Y: required(rowsSchema),
  parameters: v.optional(parametersSchema),
});

/** Either kind of data. Not a union, whose complaints name no place inside. */
const dataSchema = v.lazy((input) =>
  typeof input === 'object' && input !== null && 'X' in input ? openedSchema : setSchema,
);

/** A choice as it stands in a link. */
export const choiceSchema = v.object(
  {
    layers: required(layersSchema),
    loss: required(lossSchema),
    output: outputSchema,
    precision: required(precisionSchema),
    init: required(initSchema),
    data: required(dataSchema),
    tampered: v.optional(tamperedSchema),
  },
  'a model',
);

export type Stored = v.InferOutput<typeof choiceSchema>;

export type Opened = v.InferOutput<typeof openedSchema>;

/** A set of examples that is drawn, with how many. */
export type Drawn = v.InferOutput<typeof setSchema>;
