import { type ActivationName, activationOf, isBuiltIn, type Named } from '../../core/activations';
import type { KeepRuleName } from '../../core/keep-rules';
import frameworks from '../../data/frameworks.json';
import { residualsKept } from './jax';
import { type Evidence, type Kept, type Plan, withLayers } from './plan';

/** Where our activations stand in the data, if under another name. */
const renamed: Partial<Record<ActivationName, string>> = {
  linear: 'identity',
  hard_swish: 'hardswish',
  sine: 'sin',
};

type Column =
  | 'pytorch'
  | 'pytorchInplace'
  | 'tensorflow'
  | 'tfjs'
  | 'jax'
  | 'paddle'
  | 'onnxruntime'
  | 'caffe'
  | 'darknet';

/** What the data says of one activation. */
export interface Row {
  readonly saved: Readonly<Record<Column, string>>;
  readonly notes?: string | Readonly<Record<string, string>>;
  readonly jaxResiduals: readonly string[];
}

const rows = frameworks as unknown as Readonly<Record<string, Row>>;

/** The data on one of our activations. */
export const rowOf = (activation: ActivationName): Row => rows[renamed[activation] ?? activation]!;

/** Whether the code of a column has an activation of that name; no real code has one that somebody wrote. */
const has = (column: Column, { activation, formula }: Named): boolean =>
  formula === undefined &&
  isBuiltIn(activation) &&
  (column === 'pytorchInplace' || rowOf(activation).saved[column] !== 'n/a');

const lacking = (activation: string): string => `It has no ${activation}; it is drawn as if it kept Z.`;

/** A note of ours, and after it what the data says of the same. */
const noted = (ours: string, said: string | undefined): string => (said ? `${ours} ${said}.` : ours);

/** What the code of a column keeps for a layer. */
const keptFor = (column: Column, layer: Named): Kept =>
  layer.formula === undefined && isBuiltIn(layer.activation)
    ? keptBy(column, layer.activation)
    : { keep: 'Z', note: lacking(layer.activation) };

/** The keep rules that the words of the data stand for; `n/a` is where a framework has no such operation. */
const rules: Readonly<Record<string, KeepRuleName>> = {
  input: 'Z',
  output: 'A',
  both: 'ZA',
  none: 'none',
  mask: 'mask',
};

/** What the code of a column keeps for an activation. */
export function keptBy(column: Column, activation: ActivationName): Kept {
  const row = rowOf(activation);
  const said = typeof row.notes === 'object' ? row.notes[column] : undefined;
  if (column === 'jax') return asDrawn(activation, residualsKept(row.jaxResiduals, said));
  const keep = rules[row.saved[column]];
  if (keep) return { keep, note: said };
  if (column === 'pytorchInplace') {
    const plain = keptBy('pytorch', activation);
    return { ...plain, note: noted(`There is no ${activation} in place; the plain one is drawn.`, said) };
  }
  return { keep: 'Z', note: noted(lacking(activation), said) };
}

/** A slope or mask of an activation that has none, such as softmax, is drawn as the A that says as much. */
function asDrawn(activation: ActivationName, { keep, note }: Kept): Kept {
  const derived = keep === 'slope' || keep === 'mask';
  const { alpha, routes } = activationOf(activation);
  const has = !derived || activation === 'linear' || routes(alpha ?? 0).includes(keep);
  return has ? { keep, note } : { keep: 'A', note };
}

const { verifiedAtRuntime, readInSource } = frameworks._meta;

/** Version and source of a column, out of the data's own lists; `named` is what it is called there. */
function evidenceOf(named: string, sources: readonly string[]): Evidence {
  const find = (list: readonly string[]) => list.find((entry) => entry.startsWith(named));
  const run = find(verifiedAtRuntime);
  const said = (run ?? find(readInSource) ?? '').slice(named.length).trim();
  const revision = /\S+\/\S+ [0-9a-f]{7}/.exec(sources[0] ?? '')?.[0];
  return {
    version: said || (revision ?? 'unknown'),
    source: sources.join('; '),
    seen: run ? 'run' : 'read',
  };
}

const { sources } = frameworks;

const plan = (label: string, column: Column, named: string, from: readonly string[], says: string): Plan => ({
  label,
  group: 'Real code',
  says,
  apply: (model) => withLayers(model, (layer) => ({ keep: keptFor(column, layer).keep })),
  lacks: (layer) => !has(column, layer),
  note: (layer) => keptFor(column, layer).note,
  evidence: evidenceOf(named, from),
});

/** What real frameworks keep. To add one is to add its column to the data, and a line here. */
export const frameworkPlans = {
  pytorch: plan('PyTorch', 'pytorch', 'pytorch', sources.pytorch, 'What autograd saves for each activation.'),
  pytorch_in_place: plan(
    'PyTorch, in place',
    'pytorchInplace',
    'pytorch',
    sources.pytorch,
    'relu_ and its kin write A over Z; where backward needs Z, a copy is made.',
  ),
  tensorflow: plan(
    'TensorFlow',
    'tensorflow',
    'tensorflow',
    sources.tensorflow,
    'What its gradient functions read.',
  ),
  tensorflow_js: plan('TensorFlow.js', 'tfjs', 'tfjs', sources.tfjs, 'What its gradient configs save.'),
  jax: plan('JAX', 'jax', 'jax', sources.jax, 'The residuals of vjp: coefficients rather than Z or A.'),
  paddle: plan('PaddlePaddle', 'paddle', 'paddle', sources.paddle, 'What its backward kernels depend on.'),
  onnxruntime: plan(
    'ONNX Runtime',
    'onnxruntime',
    'onnxruntime',
    sources.onnxruntime,
    'What its gradient builder stashes.',
  ),
  caffe: plan('Caffe', 'caffe', 'caffe', sources.caffe, 'Bottom and top blobs that its layers read.'),
  darknet: plan('darknet', 'darknet', 'darknet', sources.darknet, 'gradient_array on the layer’s output.'),
} satisfies Record<string, Plan>;
