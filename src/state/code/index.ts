import { sizesOf } from '../../core/model';
import type { Step, Trace } from '../../core/pass/trace';
import { lossesInNumpy } from '../../formats/exports/numpy-functions';
import { identifier, translated } from './expressions';
import { layerBackward, layerForward, loss } from './frameworks';
import { type Draft, type Language, type Line, linesOf, namesOf, shapesOf } from './listing';
import { activationBackward, activationForward, linearBackward, linearForward } from './numpy';
import { passOf, variableOf } from './pass';

export { type Language, type Line, languages, type Token } from './listing';

/** The code of a step in a language, as the record says that it ran: what it kept, what it read, what it missed. */
export function codeOf(step: Step, trace: Trace, language: Language): Line[] {
  const names = namesOf(step.layer);
  return linesOf(draftsOf(step, trace, language), variableOf(step), names);
}

function draftsOf(step: Step, trace: Trace, language: Language): Draft[] {
  const { layer: l, op, phase } = step;
  const sizes = sizesOf(trace.model);
  const shaped = (...args: string[]) => shapesOf(args, namesOf(l), sizes);
  if (op === 'cost' || op === 'cost_gradient') {
    const { cost, gradient } = lossesInNumpy[trace.model.loss];
    const parts = { cost: translated(cost, language), gradient: translated(gradient, language) };
    const back = op === 'cost_gradient';
    if (language !== 'numpy') return loss(parts, language, shaped('A', 'Y'), back);
    return lossInNumpy(parts, shaped('A', 'Y'), back);
  }
  const pass = passOf(l, trace, language);
  const back = phase === 'backward';
  if (language !== 'numpy')
    return back || (phase === 'recompute' && pass.missed)
      ? layerBackward(pass, language, shaped('dA'))
      : layerForward(pass, language, shaped('A_prev', 'W', 'b'));
  if (op === 'linear') return linearForward(shaped('A_prev', 'W', 'b'), phase === 'recompute' && pass.missed);
  if (op !== 'activation') return linearBackward(shaped('dZ', 'A_prev', 'W'), l === 1);
  if (!back) return activationForward(pass, shaped('A_prev', 'W', 'b'));
  const args = pass.read === undefined ? ['dA'] : ['dA', pass.read];
  return activationBackward(pass, identifier(pass.layer.activation), shaped(...args));
}

const lossInNumpy = (
  parts: { readonly cost: string; readonly gradient: string },
  shapes: string,
  back: boolean,
): Draft[] =>
  back
    ? [
        { text: 'def cost_backward(cache, Y):' },
        { text: shapes },
        { text: '    A = cache', packing: 'unpacks' },
        { text: `    dA = ${parts.gradient}`, sets: 'dA' },
        { text: '    return dA' },
      ]
    : [
        { text: 'def compute_cost(A, Y):' },
        { text: shapes },
        { text: `    cost = ${parts.cost}`, sets: 'cost' },
        { text: '    cache = A', packing: 'packs' },
        { text: '    return cost, cache' },
      ];
