import { type ActivationName, activationOf, isBuiltIn, type Named } from '../../core/activations';
import type { KeepRuleName } from '../../core/model/keep-rules';
import { type Layer, withLayers } from '../../core/model/model';
import { suffices } from '../least';
import { type Column, columnLabels } from './columns';
import { evidenceOf } from './evidence';
import frameworks from './frameworks.json' with { type: 'json' };
import { residualsKept } from './jax';
import type { Kept, Plan } from './plan';
import { regularisationNote, regularisedBy } from './regularised-code';

/** The names of our activations in the data, where they differ. */
const renamed: Partial<Record<ActivationName, string>> = {
  linear: 'identity',
  hard_swish: 'hardswish',
  sine: 'sin',
};

/** What the data says of one activation. */
export interface Row {
  readonly saved: Readonly<Record<Column, string>>;
  readonly notes?: string | Readonly<Record<string, string>>;
  readonly jaxResiduals: readonly string[];
}

const rows = frameworks as unknown as Readonly<Record<string, Row>>;

/** The data on one of our activations; undefined where nobody has looked it up. */
export const rowOf = (activation: ActivationName): Row | undefined => rows[renamed[activation] ?? activation];

/** Whether the code of a column has an activation of that name; no real code has one that somebody wrote. */
const has = (column: Column, { activation, own }: Named): boolean =>
  own === undefined &&
  isBuiltIn(activation) &&
  rowOf(activation) !== undefined &&
  (column === 'pytorchInplace' || rowOf(activation)?.saved[column] !== 'n/a');

const lacking = (activation: string): string => `It has no ${activation}; it is drawn as if it kept Z.`;

/** A note of ours, followed by what the data says about the same. */
const noted = (ours: string, said: string | undefined): string => (said ? `${ours} ${said}.` : ours);

/** What the code of a column keeps for a layer, with its alpha. */
function keptFor(column: Column, layer: Layer): Kept {
  if (layer.own || !isBuiltIn(layer.activation)) return { keep: 'Z', note: lacking(layer.activation) };
  const kept = keptBy(column, layer.activation);
  return suffices(layer, kept.keep) ? kept : { ...kept, note: noted(folded(layer.alpha), kept.note) };
}

const folded = (alpha: number): string =>
  `With alpha ${String(alpha).replace('-', '−')} one output a has two slopes. The picture computes Z again; no real code does.`;

/** The keep rules that the words of the data stand for; `n/a` is where a framework has no such operation. */
const rules: Readonly<Record<string, KeepRuleName>> = {
  input: 'Z',
  output: 'A',
  both: 'ZA',
  none: 'none',
  mask: 'mask',
};

/** What the code of a column keeps for an activation with its usual alpha, drawn so that it computes nothing again. */
export function keptBy(column: Column, activation: ActivationName): Kept {
  const row = rowOf(activation);
  if (!row) return { keep: 'Z', note: lacking(activation) };
  const said = typeof row.notes === 'object' ? row.notes[column] : undefined;
  const isEnough = (keep: KeepRuleName) =>
    suffices({ activation, alpha: activationOf(activation).alpha ?? 0 }, keep);
  if (column === 'jax') {
    const kept = residualsKept(row.jaxResiduals, row.saved.jax, said);
    // softmax has no slope per cell: its coefficients are drawn as the A that says as much.
    return isEnough(kept.keep) ? kept : { ...kept, keep: 'A' };
  }
  const keep = rules[row.saved[column]];
  if (keep && !isEnough(keep))
    return { keep: 'ZA', note: noted('Drawn as Z and A: what it keeps besides A is as large as Z.', said) };
  if (keep) return { keep, note: said };
  if (column === 'pytorchInplace') {
    const plain = keptBy('pytorch', activation);
    return { ...plain, note: noted(`There is no in-place ${activation}; the plain one is drawn.`, said) };
  }
  return { keep: 'Z', note: noted(lacking(activation), said) };
}

const { sources } = frameworks;

const plan = (column: Column, named: string, from: readonly string[], says: string): Plan => ({
  label: columnLabels[column],
  group: 'Real code',
  says,
  apply: (model) =>
    withLayers(model, (layer) => ({
      keep: keptFor(column, layer).keep,
      route: undefined,
      ...regularisedBy(column, layer),
    })),
  lacks: (layer) => !has(column, layer),
  note: (layer) =>
    [keptFor(column, layer).note, regularisationNote(column, layer)].filter(Boolean).join(' ') || undefined,
  evidence: evidenceOf(named, from),
});

/** What real frameworks keep. To add one is to add its column to the data, and a line here. */
export const frameworkPlans = {
  pytorch: plan('pytorch', 'pytorch', sources.pytorch, 'What autograd saves for each activation.'),
  pytorch_in_place: plan(
    'pytorchInplace',
    'pytorch',
    sources.pytorch,
    'relu_ and its kin write A over Z; where backward needs Z, a copy is made.',
  ),
  tensorflow: plan('tensorflow', 'tensorflow', sources.tensorflow, 'What its gradient functions read.'),
  tensorflow_js: plan('tfjs', 'tfjs', sources.tfjs, 'What its gradient configs save.'),
  jax: plan('jax', 'jax', sources.jax, 'The residuals of vjp: coefficients rather than Z or A.'),
  paddle: plan('paddle', 'paddle', sources.paddle, 'What its backward kernels depend on.'),
  onnxruntime: plan('onnxruntime', 'onnxruntime', sources.onnxruntime, 'What its gradient builder stashes.'),
  caffe: plan('caffe', 'caffe', sources.caffe, 'Bottom and top blobs that its layers read.'),
  darknet: plan('darknet', 'darknet', sources.darknet, 'gradient_array on the layer’s output.'),
} satisfies Record<string, Plan>;
