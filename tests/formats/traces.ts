import type { Model } from '../../src/core/model/model';
import { record } from '../../src/core/pass/record';
import { writeTraceFile } from '../../src/formats/trace-file';
import { choiceOfFile } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { plainFile, reading } from './files';

/** What is fixed of a trace file; other people's programs read it. */
export interface TraceFile {
  readonly format: string;
  readonly version: number;
  readonly model: unknown;
  readonly steps: readonly {
    readonly index: number;
    readonly phase: string;
    readonly layer: number;
    readonly op: string;
    readonly reads: readonly string[];
    readonly writes: readonly string[];
    readonly cache: readonly { kind: string; layer: number; cache: string; slot: string }[];
    readonly cacheBytes: number;
  }[];
  readonly tensors: Readonly<Record<string, unknown>>;
  readonly cacheBytes: { readonly peak: number };
}

export const modelIn = (file: unknown): Model => modelOf(choiceOfFile(reading(file)));
export const fileOf = (model: Model): TraceFile =>
  JSON.parse(writeTraceFile(record(model), 'a name').join(''));

/** The numbers of a tensor as it stands in a trace file. */
export const numbersIn = (tensor: unknown): number[] => [tensor].flat(2).map(Number);

/** 2-2-1 with relu and sigmoid, keeping A and Z. */
export const small = fileOf(modelIn(plainFile()));
