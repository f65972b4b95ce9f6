import { keptByNorm, normAgain, normBackward, normForward, ofZtilde } from '../batch-norm';
import { backwardOf, derivedOf, forwardOf, translated } from '../expressions';
import type { Draft } from '../listing';
import { formulaNote, type LayerPass } from '../pass';
import { type Framework, written } from './with-backward';

/** What the slots of a layer's activation_cache hold, worked out of Z. */
const derived = ({ layer, kept }: LayerPass, framework: Framework): Draft[] =>
  kept
    .filter((slot) => slot === 'mask' || slot === 'slope')
    .map((slot) => ({ text: `${slot} = ${derivedOf(layer, slot, framework)}` }));

const activated = ({ layer }: LayerPass, framework: Framework): Draft => ({
  text: `A = ${forwardOf(layer, framework)}${formulaNote(layer)}`,
  sets: 'A',
});

/** A layer by hand. Where output and loss are fused, the last is linear alone, and `Output` has its activation. */
export function layerIn(pass: LayerPass, framework: Framework, shapes: string): Draft[] {
  const { layer, kept, route, missed, l, fused } = pass;
  const note = route === undefined ? '  # the slope is 1 everywhere' : formulaNote(layer);
  const lines = backwardOf(layer, route, framework);
  const dZ = lines.map((line, i) => (i === lines.length - 1 ? { ...line, text: line.text + note } : line));
  const db = translated('np.sum(dZ, axis=1, keepdims=True)', framework);
  // In the first layer A_prev is X, for which nobody asks; PyTorch says whether somebody does.
  const ofX = framework === 'torch' ? 'W.T @ dZ if ctx.needs_input_grad[0] else None' : 'W.T @ dZ';
  const norm = layer.batch_norm;
  const given = norm ? 'Ztilde' : 'Z';
  const ofGiven = (drafts: readonly Draft[]): readonly Draft[] => (norm ? ofZtilde(drafts) : drafts);
  const again = norm ? 'Ztilde = gamma * Znorm + beta' : 'Z = W @ A_prev + b';
  return written(
    {
      name: 'Layer',
      args: ['A_prev', 'W', 'b', ...(norm ? ['gamma', 'beta'] : [])],
      above: fused ? `d${given}` : 'dA',
      shapes,
      forward: [
        { text: 'Z = W @ A_prev + b', sets: 'Z' },
        ...(norm ? normForward(norm, framework) : []),
        ...ofGiven(fused ? [] : [activated(pass, framework), ...derived(pass, framework)]),
      ],
      result: fused ? given : 'A',
      saved: [
        'A_prev',
        'W',
        'b',
        ...(norm ? keptByNorm(norm) : []),
        ...(norm && missed ? ['beta'] : []),
        ...(fused ? [] : kept.map((slot) => (slot === 'Z' ? given : slot))),
      ],
      backward: [
        ...(norm ? normAgain(norm) : []),
        ...(missed ? [{ text: `${again}  # not kept: computed again`, sets: 'Z again' }] : []),
        ...ofGiven(fused ? [] : dZ),
        ...(norm ? normBackward(norm, framework) : []),
        { text: 'dW = dZ @ A_prev.T  # the 1/m is in the dA of the cost', sets: 'dW' },
        { text: `db = ${db}`, sets: 'db' },
        { text: `dA_prev = ${l > 1 ? 'W.T @ dZ' : `${ofX}  # X`}`, sets: 'dA_prev' },
      ],
      gradients: ['dA_prev', 'dW', 'db', ...(norm ? ['dgamma', 'dbeta'] : [])],
    },
    framework,
  );
}

/** The loss by hand: its gradient is of the mean cost, times what comes from above. */
export function lossIn(
  { cost, gradient }: { readonly cost: string; readonly gradient: string },
  framework: Framework,
  shapes: string,
): Draft[] {
  return written(
    {
      name: 'Cost',
      args: ['A', 'Y'],
      above: 'dJ',
      shapes,
      forward: [{ text: `cost = ${translated(cost, framework)}`, sets: 'cost' }],
      result: 'cost',
      saved: ['A', 'Y'],
      backward: [
        { text: 'm = A.shape[1]' },
        {
          text: `dA = dJ * (${translated(gradient, framework)}) / m  # of the mean: 1/m stands here`,
          sets: 'dA',
        },
      ],
      gradients: ['dA', 'None'],
    },
    framework,
  );
}

/** Output and loss at once, by hand: out of Z, and back to it with A − Y. */
export function outputIn(pass: LayerPass, cost: string, framework: Framework, shapes: string): Draft[] {
  const kept = pass.kept.filter((slot) => slot !== 'A');
  const norm = pass.layer.batch_norm;
  const given = norm ? 'Ztilde' : 'Z';
  const ofGiven = (drafts: readonly Draft[]): readonly Draft[] => (norm ? ofZtilde(drafts) : drafts);
  return written(
    {
      name: 'Output',
      args: [given, 'Y'],
      above: 'dJ',
      shapes,
      forward: [
        ...ofGiven([activated(pass, framework), ...derived(pass, framework)]),
        { text: `cost = ${translated(cost, framework)}`, sets: 'cost' },
      ],
      result: 'cost',
      saved: ['A', 'Y', ...kept.map((slot) => (slot === 'Z' ? given : slot))],
      backward: [
        { text: 'm = A.shape[1]' },
        ...ofGiven([{ text: 'dZ = dJ * (A - Y) / m  # of the mean: 1/m stands here', sets: 'dZ' }]),
      ],
      gradients: [`d${given}`, 'None'],
    },
    framework,
  );
}
