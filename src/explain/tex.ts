import { activationOf } from '../core/activations';
import { type Sizes, shapeOf, sizesOf } from '../core/model/model';
import { type BufferName, gradientOf, named, parseName } from '../core/model/names';
import { rowForStep, type StepRows } from '../core/operations';
import { losses } from '../core/operations/losses';
import { routeTaken } from '../core/operations/route-taken';
import { resultOf } from '../core/pass/nodes';
import type { Step, Trace } from '../core/pass/trace';

/** A symbol that carries the name of its tensor, so that it can be lit. */
const lit = (name: BufferName, symbol: string): string => `\\htmlData{name=${name}}{${symbol}}`;

/** Greek letters, and what has a word below it. */
const symbols: Readonly<Record<string, string>> = {
  gamma: '\\gamma',
  beta: '\\beta',
  dgamma: 'd\\gamma',
  dbeta: 'd\\beta',
  Znorm: 'Z_{norm}',
  dZnorm: 'dZ_{norm}',
  Ztilde: '\\tilde Z',
  dZtilde: 'd\\tilde Z',
  Adrop: 'A_{drop}',
  dAdrop: 'dA_{drop}',
};

/** The symbol of a kind of tensor: one letter, two with d before it, or a word. */
const symbolOf = (kind: string): string => symbols[kind] ?? (/^d?.$/.test(kind) ? kind : `\\mathrm{${kind}}`);

/** A tensor in TeX with its shape below it. */
const shaped =
  (sizes: Sizes) =>
  (name: BufferName, mark = '') => {
    const { kind, layer } = parseName(name);
    if (kind === 'cost') return lit(name, 'J');
    const { rows, cols } = shapeOf(name, sizes);
    const symbol = lit(name, kind === 'Y' ? 'Y' : `${symbolOf(kind)}^{[${layer}]${mark}}`);
    return `\\underset{${rows} \\times ${cols}}{${symbol}}`;
  };

type Tensor = (name: BufferName, mark?: string) => string;

type Tex = (step: Step, t: Tensor, trace: Trace) => string[];

const cost: Tex = (_, t, { model }) => [`${t('cost')} = ${losses[model.loss].tex.cost}`];

const mean = (terms: string): string => `\\tfrac1m \\textstyle\\sum_{\\text{examples}} ${terms}`;

/** The formulas of each operation's steps, by the step: what is computed, and g or g′. */
const formulas: StepRows<Tex> = {
  dense: {
    linear: ({ node, layer }, t) => [
      `${t(node.output)} = ${t(named('W', layer))}\\, ${t(node.input)} + ${t(named('b', layer))}`,
    ],
    weights: ({ node, layer }, t) => [
      `${t(named('dW', layer))} = \\tfrac1m\\, ${t(gradientOf(node.output))}\\; ${t(node.input, '\\top')}`,
    ],
    bias: ({ node, layer }, t) => [`${t(named('db', layer))} = ${mean(t(gradientOf(node.output)))}`],
    input: ({ node, layer }, t) => [
      `${t(gradientOf(node.input))} = ${t(named('W', layer), '\\top')}\\, ${t(gradientOf(node.output))}`,
    ],
  },
  batch_norm: {
    batch_norm({ node, layer, phase }, t) {
      const normal = t(named('Znorm', layer));
      return phase === 'backward'
        ? [
            `${t(gradientOf(node.input))} = \\tfrac1\\sigma \\left( dZ_{norm} - \\overline{dZ_{norm}} - Z_{norm}\\, \\overline{dZ_{norm} \\odot Z_{norm}} \\right)`,
          ]
        : [
            `${normal} = \\frac{Z - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}}`,
            `${t(node.output)} = ${t(named('gamma', layer))} \\odot Z_{norm} + ${t(named('beta', layer))}`,
          ];
    },
    gamma: ({ node, layer }, t) => [
      `${t(named('dgamma', layer))} = ${mean(`${t(gradientOf(node.output))} \\odot Z_{norm}`)}`,
    ],
    beta: ({ node, layer }, t) => [`${t(named('dbeta', layer))} = ${mean(t(gradientOf(node.output)))}`],
    normalised: ({ node, layer }, t) => [
      `${t(named('dZnorm', layer))} = ${t(named('gamma', layer))} \\odot ${t(gradientOf(node.output))}`,
    ],
  },
  activation: {
    activation: (step, t, trace) =>
      step.phase === 'backward'
        ? activationBackward(step, t, trace)
        : [
            `${t(step.node.output)} = g(${t(step.node.input)})`,
            `g(z) = ${activationAt(trace, step.layer).tex.g}`,
          ],
  },
  dropout: {
    dropout({ node, layer, phase }, t) {
      const [made, from] =
        phase === 'backward' ? [gradientOf(node.input), gradientOf(node.output)] : [node.output, node.input];
      return [`${t(made)} = ${t(from)} \\odot ${t(named('D', layer))} / \\mathit{keep\\_prob}`];
    },
    draw: ({ layer }, t) => [
      `${t(named('D', layer))} = [\\text{uniform}(\\text{seed}) < \\mathit{keep\\_prob}]`,
    ],
  },
  loss: {
    cost,
    cost_gradient: ({ node }, t, { model }) => [
      `${t(gradientOf(node.input))} = ${losses[model.loss].tex.gradient}`,
    ],
  },
  fused_loss: {
    cost,
    output: (step, t) => [`${t(resultOf(step))} = ${t(step.node.input)} - ${t('Y')}`],
  },
};

/** The formula of an operation that has no row here: a function by its name. */
const nameless: Tex = (step, t) => [
  `${t(resultOf(step))} = \\mathrm{${step.op.replaceAll('_', '\\_')}}(${step.reads.map(({ name }) => t(name)).join(', ')})`,
];

/** The formulas of a step in TeX, with the shapes of what stands in them: what is computed, and g or g′. */
export const formulasOf = (step: Step, trace: Trace): string[] =>
  (rowForStep(formulas, step.node, step.op) ?? nameless)(step, shaped(sizesOf(trace.model)), trace);

const activationAt = ({ model }: Trace, layer: number) => activationOf(model.layers[layer - 1]!);

function activationBackward(step: Step, t: Tensor, trace: Trace): string[] {
  const { node, layer: l } = step;
  const [dZ, dA] = [t(gradientOf(node.input)), t(gradientOf(node.output))];
  const { tex } = activationAt(trace, l);
  const read = step.cache.find(({ kind }) => kind === 'read');
  const route = routeTaken(step, trace.model);
  if (!read || !route) return [`${dZ} = ${dA}`];
  const slope = tex.slope[route];
  if (activationAt(trace, l).mixesColumns) return [`${dZ} = ${slope}`];
  const product = `${dZ} = ${dA} \\odot`;
  if (read.slot === 'slope') return [`${product} ${slotTex(read.buffer)}`];
  // g′ is a function of z, so that its argument is Z whatever is read.
  const [at, from] = [slotTex(node.input), slotTex(read.buffer)];
  if (route === 'A') return [`${product} g'(${at})`, `g'(${at}) = ${slope},\\; a = ${from}`];
  return [`${product} g'(${at})`, `g' = ${slope?.replaceAll('\\mathrm{mask}', from)}`];
}

/** What a slot holds, by its name. */
function slotTex(name: BufferName): string {
  const { kind, layer } = parseName(name);
  return lit(name, `${symbolOf(kind)}^{[${layer}]}`);
}
