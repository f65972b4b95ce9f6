import type { Model } from '../../core/model/model';
import type { Trace } from '../../core/pass/trace';
import { isLossInNumpy } from '../../explain/code/numpy/functions';
import { rowOf } from '../../explain/code/numpy/of-layer';
import type { ModelFile } from '../model/model-file-schema';
import { writeModelFile } from '../model/write-model-file';
import { writeTraceFile } from '../trace-file';
import { beyond } from './beyond-python';
import { notebookOf } from './notebook';
import { npzOf } from './npz';
import { numpySections, scriptOf } from './numpy-script';
import { beyondCourse, startSections } from './start-your-own';
import { inTorch } from './torch/activations';
import { torchLosses } from './torch/losses';
import { torchOperationsByName } from './torch/operations';
import { torchScript } from './torch/script';

/** What came with a model in its file, beside the model. */
export type Came = Pick<ModelFile, 'expected' | 'caches'>;

/** A kind of file that a pass can be taken away as. */
export interface ExportKind {
  /** How the file's name ends. */
  readonly ending: string;
  readonly type: string;
  /** The pieces of the file; undefined where the pass has something that this kind cannot say. */
  write(trace: Trace, name: string, came?: Came): BlobPart[] | undefined;
  /** What of a network this kind cannot say, in a sentence of its own, where it has one for it. */
  lacks?(network: Pick<Model, 'layers'>): string | undefined;
}

/** Whether all of a network has a row in the records of Python code. */
const isInPython = ({ nodes, model: { layers, loss } }: Trace): boolean =>
  nodes.every(({ op }) => Object.hasOwn(torchOperationsByName, op)) &&
  layers.every(rowOf) &&
  layers.every((layer) => layer.own !== undefined || inTorch(layer) !== undefined) &&
  isLossInNumpy(loss) &&
  Object.hasOwn(torchLosses, loss);

const inNumpy = (
  trace: Trace,
  name: string,
  write: (sections: NonNullable<ReturnType<typeof numpySections>>) => Iterable<string>,
) => {
  if (!isInPython(trace)) return undefined;
  const sections = numpySections(trace, name);
  return sections && [...write(sections)];
};

/** What stands over a notebook with nothing solved. */
const beginning =
  'One forward and one backward pass to write yourself. At the end it saves your arrays; open them under Check mine, and a mistake is named.';

const toBegin = (
  trace: Trace,
  name: string,
  write: (sections: NonNullable<ReturnType<typeof startSections>>) => Iterable<string>,
) => {
  const sections = startSections(trace, name);
  return sections && [...write(sections)];
};

/** Everything that can be exported, by what the menu calls it. To add a kind is to add it here. */
export const exportKinds = {
  'Trace (JSON)': { ending: 'trace.json', type: 'application/json', write: writeTraceFile },
  'Model (JSON)': {
    ending: 'model.json',
    type: 'application/json',
    write: ({ model }, name, { expected, caches }: Came = {}) =>
      writeModelFile(model, name, expected, caches),
  },
  'NumPy script (.py)': {
    ending: 'py',
    type: 'text/x-python',
    write: (trace, name) => inNumpy(trace, name, scriptOf),
    lacks: beyond('NumPy code'),
  },
  'PyTorch script (.py)': {
    ending: 'torch.py',
    type: 'text/x-python',
    write: (trace, name) => (isInPython(trace) ? torchScript(trace, name) : undefined),
    lacks: beyond('a PyTorch script'),
  },
  'Notebook (.ipynb)': {
    ending: 'ipynb',
    type: 'application/x-ipynb+json',
    write: (trace, name) => inNumpy(trace, name, (sections) => notebookOf(sections, name)),
    lacks: beyond('NumPy code'),
  },
  'Start your own (.py)': {
    ending: 'yours.py',
    type: 'text/x-python',
    write: (trace, name) => toBegin(trace, name, scriptOf),
    lacks: beyondCourse,
  },
  'Start your own (.ipynb)': {
    ending: 'yours.ipynb',
    type: 'application/x-ipynb+json',
    write: (trace, name) => toBegin(trace, name, (sections) => notebookOf(sections, name, beginning)),
    lacks: beyondCourse,
  },
  'Arrays (.npz)': {
    ending: 'npz',
    type: 'application/zip',
    // fflate's arrays are never shared between threads, which their type leaves open.
    write: (trace) => [npzOf(trace) as Uint8Array<ArrayBuffer>],
  },
} satisfies Record<string, ExportKind>;

export type ExportName = keyof typeof exportKinds;

export const exportNames = Object.keys(exportKinds) as ExportName[];
