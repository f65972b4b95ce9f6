import { activationOf, activations } from '../core/activations';
import { type Sizes, shapeOf, sizesOf } from '../core/model/model';
import { type BufferName, parseName } from '../core/model/names';
import { losses } from '../core/operations/losses';
import { routeTaken } from '../core/operations/route-taken';
import type { Step, Trace } from '../core/pass/trace';

/** A symbol with the name of its tensor, by which it is lit. */
const named = (name: BufferName, symbol: string): string => `\\htmlData{name=${name}}{${symbol}}`;

/** A tensor in TeX with its shape below it. */
const shaped =
  (sizes: Sizes) =>
  (name: BufferName, mark = '') => {
    const { kind, layer } = parseName(name);
    if (kind === 'cost') return named(name, 'J');
    const { rows, cols } = shapeOf(name, sizes);
    const symbol = named(name, kind === 'Y' ? 'Y' : `${kind}^{[${layer}]${mark}}`);
    return `\\underset{${rows} \\times ${cols}}{${symbol}}`;
  };

/** The formulas of a step in TeX, with the shapes of what stands in them: what is computed, and g or g′. */
export function formulasOf(step: Step, trace: Trace): string[] {
  const t = shaped(sizesOf(trace.model));
  const { layer: l, op } = step;
  switch (op) {
    case 'linear':
      return [`${t(`Z${l}`)} = ${t(`W${l}`)}\\, ${t(`A${l - 1}`)} + ${t(`b${l}`)}`];
    case 'activation':
      return step.phase === 'forward'
        ? [`${t(`A${l}`)} = g(${t(`Z${l}`)})`, `g(z) = ${activationAt(trace, l).tex.g}`]
        : activationBackward(step, trace);
    case 'cost':
      return [`${t('cost')} = ${losses[trace.model.loss].tex.cost}`];
    case 'cost_gradient':
      return [`${t(`dA${l}`)} = ${losses[trace.model.loss].tex.gradient}`];
    case 'output':
      return [`${t(`dZ${l}`)} = ${t(`A${l}`)} - ${t('Y')}`];
    case 'weights':
      return [`${t(`dW${l}`)} = \\tfrac1m\\, ${t(`dZ${l}`)}\\; ${t(`A${l - 1}`, '\\top')}`];
    case 'bias':
      return [`${t(`db${l}`)} = \\tfrac1m \\textstyle\\sum_{\\text{examples}} ${t(`dZ${l}`)}`];
    case 'input':
      return [`${t(`dA${l - 1}`)} = ${t(`W${l}`, '\\top')}\\, ${t(`dZ${l}`)}`];
    default:
      return [];
  }
}

const activationAt = ({ model }: Trace, layer: number) => activationOf(model.layers[layer - 1]!);

function activationBackward(step: Step, trace: Trace): string[] {
  const { layer: l } = step;
  const t = shaped(sizesOf(trace.model));
  const { tex } = activationAt(trace, l);
  const read = step.cache.find(({ kind }) => kind === 'read');
  const route = routeTaken(step, trace.model);
  if (!read || !route) return [`${t(`dZ${l}`)} = ${t(`dA${l}`)}`];
  const slope = tex.slope[route];
  if (activationAt(trace, l) === activations.softmax) return [`${t(`dZ${l}`)} = ${slope}`];
  const product = `${t(`dZ${l}`)} = ${t(`dA${l}`)} \\odot`;
  if (read.slot === 'slope') return [`${product} ${slotTex(read.slot, l)}`];
  return [`${product} g'(${slotTex(read.slot, l)})`, `g' = ${slope}`];
}

const slotTex = (slot: string, l: number): string =>
  named(`${slot}${l}`, slot.length === 1 ? `${slot}^{[${l}]}` : `\\mathrm{${slot}}^{[${l}]}`);
