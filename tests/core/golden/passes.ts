import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Matrix, map } from '../../../src/core/math/matrix';
import type { Model } from '../../../src/core/model/model';
import { record } from '../../../src/core/pass/record';
import { writeTraceFile } from '../../../src/formats/trace-file';
import { modelIn } from '../../formats/traces';
import { keeping, modelFrom, type Plan } from '../models';
import plans from './plans.json';

/** What a pass did and what came out, each as a short text that any change of a single bit changes. */
export interface Fingerprint {
  readonly steps: string;
  readonly tensors: string;
}

const folder = new URL('../../reference/', import.meta.url);

/** The reference passes of the networks that there were before operations were objects. */
const references = (): [string, Model][] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !/^(dropout|batch-norm)/.test(file))
    .sort()
    .map((file) => [file, modelIn(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))]);

/** Fifty networks that were drawn once. They are written down, so that nobody who draws otherwise changes them. */
const drawn = (): [string, Model][] => plans.map((plan, i) => [`drawn ${i + 1}`, modelFrom(plan as Plan)]);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Of two objects with the same members in another order one text. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The keep rules that there were when the fingerprints were taken. */
const rules = ['Z', 'A', 'ZA', 'mask', 'slope', 'none'] as const;

/** A model under each of these keep rules, as it is and with checkpoints, in both ways in which the way back can begin. */
const variants = (model: Model): Model[] =>
  [model, ...rules.map((keep) => keeping(model, keep))].flatMap((kept): Model[] => [
    kept,
    { ...kept, output: 'fused' },
    { ...kept, checkpoint: 1 },
    { ...kept, checkpoint: 2 },
  ]);

/** The first cell of the last layer's A and of the first layer's Z, changed by hand. */
const tampering = ({ layers }: Model) => [
  { tensor: `A${layers.length}`, row: 0, col: 0, value: 0.25 },
  { tensor: 'Z1', row: 0, col: 0, value: 2 },
];

export function fingerprint(model: Model): Fingerprint {
  const files = variants(model).flatMap((variant) =>
    [[], tampering(variant)].map((changes) =>
      JSON.parse(writeTraceFile(record(variant, undefined, changes), 'golden').join('')),
    ),
  );
  return {
    steps: hash(sorted(files.map(({ steps, cacheBytes }) => ({ steps, cacheBytes })))),
    tensors: hash(sorted(files.map(({ tensors }) => tensors))),
  };
}

/** A model of the numbers that float32 makes of its own. */
function single(model: Model): Model {
  const rounded = (matrix: Matrix): Matrix => map(matrix, (x) => x, 'float32');
  return {
    ...model,
    precision: 'float32',
    X: rounded(model.X),
    Y: rounded(model.Y),
    parameters: new Map(Array.from(model.parameters, ([name, matrix]) => [name, rounded(matrix)])),
  };
}

/** Ten of those that were drawn in float32, since every sum was rounded term by term. */
const singles = (): [string, Model][] =>
  drawn()
    .slice(0, 10)
    .map(([name, model]) => [`${name} in float32`, single(model)]);

/** The passes of all reference files and of the networks that were drawn, by name. */
export const golden = (): [string, Model][] => [...references(), ...drawn(), ...singles()];
