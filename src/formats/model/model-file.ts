import * as v from 'valibot';
import { readJson } from '../json';
import { asMeant, type Examples, type Reading } from '../meant';
import { isRaw } from '../meant/raw';
import { type Read, refused } from '../read';
import { complaint } from '../sentence';
import { misfits, misshapenExpected } from './misfits';
import { type ModelFile, modelFileSchema } from './model-file-schema';
import { customSchema, initSchema, layerSchema } from './model-schema';

const known = {
  file: Object.keys(modelFileSchema.entries),
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
  const result = v.safeParse(modelFileSchema, meant, { abortEarly: true });
  if (!result.success) return refused(complaint(result.issues));
  for (const flaw of misfits(result.output)) if (flaw) return refused(flaw);
  return {
    ok: true,
    value: result.output,
    ...reading,
    remarks: [...remarks, ...misshapenExpected(result.output)],
  };
}
