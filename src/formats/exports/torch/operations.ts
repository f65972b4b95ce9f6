import { type Model, sizesOf } from '../../../core/model/model';
import { gradientOf, named } from '../../../core/model/names';
import type { Node, OperationName } from '../../../core/operations';
import { hardSwishKinks } from '../../../explain/code/numpy/activations';
import { inTorch } from './activations';

/** An operation in the PyTorch script: its lines forward, and what is held against the page of it and of its gradients. */
interface InTorch {
  forward(node: Node, model: Model): readonly string[];
  checks(node: Node, model: Model): readonly string[];
  /** What autograd finds: dZ and its kin per example, dW and db of the mean cost. */
  gradients(node: Node, model: Model): readonly string[];
}

const check = (name: string, value: string): string => `check("${name}", ${value})`;

const output: InTorch['checks'] = ({ output: name }) => [check(name, name)];

/** The gradient of what an operation was given; `m` times that of the mean. */
const perExample = (name: string): string => check(gradientOf(name), `m * ${name}.grad`);

const ofParameter = (name: string): string => check(gradientOf(name), `${name}.grad`);

const dense: InTorch = {
  forward: ({ input, output: Z, layer: l }) => [
    `with watched("linear, layer ${l}"):`,
    `    ${Z} = named("${Z}", W${l} @ ${input} + b${l})`,
  ],
  checks: output,
  gradients: ({ input, layer: l, goesOn }) => [
    ofParameter(named('W', l)),
    ofParameter(named('b', l)),
    ...(goesOn ? [perExample(input)] : []),
  ],
};

/** Examples are columns here, and rows in PyTorch. */
const batchNorm: InTorch = {
  forward({ input: Z, output: Ztilde, layer: l }, model) {
    const { epsilon } = model.layers[l - 1]!.batch_norm!;
    const args = `gamma${l}.reshape(-1), beta${l}.reshape(-1)`;
    const call =
      sizesOf(model).m > 1
        ? `F.batch_norm(${Z}.T, None, None, ${args}, training=True, eps=${epsilon})`
        : `torch.batch_norm(${Z}.T, ${args}, None, None, True, 0.0, ${epsilon}, False)`;
    return [
      ...(sizesOf(model).m > 1 ? [] : ['# F.batch_norm refuses a single example; what it calls does not']),
      '# It saves Z, gamma, and the mean and 1/sigma of each unit',
      `with watched("batch norm, layer ${l}"):`,
      `    ${Ztilde} = named("${Ztilde}", ${call}.T)`,
    ];
  },
  checks({ input: Z, output: Ztilde, layer: l }, { layers }) {
    const { epsilon } = layers[l - 1]!.batch_norm!;
    const std = `torch.sqrt(${Z}.var(1, unbiased=False, keepdim=True) + ${epsilon})`;
    return [check(named('Znorm', l), `(${Z} - ${Z}.mean(1, keepdim=True)) / ${std}`), check(Ztilde, Ztilde)];
  },
  gradients: ({ input, output: Ztilde, layer: l }) => [
    ofParameter(named('gamma', l)),
    ofParameter(named('beta', l)),
    check(named('dZnorm', l), `gamma${l} * m * ${Ztilde}.grad`),
    perExample(input),
  ],
};

const hardSwish = hardSwishKinks.map((line) => `# ${line}`);

const activation: InTorch = {
  forward({ input, output: A, layer: l }, { layers }) {
    const layer = layers[l - 1]!;
    const { activation: g, alpha } = layer;
    const operation = (inTorch(layer) ?? '').replace(/\bZ\b/g, input).replace('alpha', String(alpha));
    return [
      ...(g === 'hard_swish' ? hardSwish : []),
      `with watched("activation, layer ${l}"):`,
      `    ${A} = named("${A}", ${operation})`,
    ];
  },
  checks: output,
  gradients: ({ input }) => [perExample(input)],
};

const dropout: InTorch = {
  forward: ({ input, output: Adrop, layer: l }, { layers }) => [
    '# F.dropout draws a D of its own; this is the one of the page. Autograd keeps it, a byte per cell and not a bit',
    `D${l} = named("D${l}", given_D${l} != 0)`,
    `with watched("dropout, layer ${l}"):`,
    `    ${Adrop} = named("${Adrop}", ${input} * D${l} / ${layers[l - 1]!.dropout!.keep_prob})`,
  ],
  checks: output,
  gradients: ({ input }) => [perExample(input)],
};

/** The cost is computed and checked after all layers, by the loss's own row of words. */
const loss: InTorch = {
  forward: () => [],
  checks: () => ['check("cost", cost)'],
  gradients: ({ input }) => [perExample(input)],
};

/** Every operation in PyTorch, as its own operations and under autograd. */
export const torchOperationsByName: Record<OperationName, InTorch> = {
  dense,
  batch_norm: batchNorm,
  activation,
  dropout,
  loss,
  fused_loss: { ...loss, gradients: () => [] },
};
