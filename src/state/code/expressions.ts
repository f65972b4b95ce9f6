import { type ActivationName, type ActivationSlot, isBuiltIn } from '../../core/activations';
import type { Layer } from '../../core/model';
import { inNumpy } from '../../formats/exports/numpy-activations';
import { braced } from '../../formats/exports/numpy-functions';
import type { Language } from './listing';

type Rewrite = readonly [RegExp, string];

/** An argument that may itself have calls in it, two deep. */
const argument = String.raw`((?:[^(),]|\((?:[^()]|\([^()]*\))*\))+)`;

/** What a reader has no need of: that a label of 0 adds nothing to the cost, not even 0 · ∞, is for who runs the code. */
const plainer: readonly Rewrite[] = [
  [/\/ given\(1 - Y, 1 - A\)/g, '/ (1 - A)'],
  [/given\(1 - Y, 1 - A\)/g, '1 - A'],
  [/given\(Y, A\)/g, 'A'],
];

/**
 * How the course writes what the exported script says otherwise, where `sigmoid` goes by the course's name alone; and
 * how other libraries do. The first that matches comes first.
 */
const rewrites: Record<Language, readonly Rewrite[]> = {
  numpy: [[/\bsigma\(/g, 'sigmoid(']],
  torch: [
    [/^np\.exp\(Z - Z\.max.*$/, 'torch.softmax(Z, 0)'],
    [/softmax\(Z\)/g, 'torch.softmax(Z, 0)'],
    [/np\.float32\((.*?)\)/g, '$1'],
    [/np\.logaddexp\(0, Z\)/g, 'F.softplus(Z)'],
    [/\bsigma\(/g, 'torch.sigmoid('],
    [/\bPhi\(/g, 'torch.special.ndtr('],
    [new RegExp(String.raw`np\.maximum\(${argument}, (\d+|-\d+)\)`, 'g'), 'torch.clamp($1, min=$2)'],
    [new RegExp(String.raw`np\.minimum\(${argument}, (\d+)\)`, 'g'), 'torch.clamp($1, max=$2)'],
    [/torch\.clamp\(torch\.clamp\((.*?), (min=-?\d+)\), (max=\d+)\)/g, 'torch.clamp($1, $2, $3)'],
    [/axis=(\d), keepdims=/g, 'dim=$1, keepdim='],
    [/\bnp\./g, 'torch.'],
  ],
  jax: [
    [/^np\.exp\(Z - Z\.max.*$/, 'jax.nn.softmax(Z, 0)'],
    [/softmax\(Z\)/g, 'jax.nn.softmax(Z, 0)'],
    [/np\.float32\((.*?)\)/g, '$1'],
    [/\bsigma\(/g, 'jax.nn.sigmoid('],
    [/\bPhi\(/g, 'jax.scipy.stats.norm.cdf('],
    [/\bnp\./g, 'jnp.'],
  ],
};

/** What the exported script's code is in a language. */
export const translated = (numpy: string, language: Language): string =>
  [...plainer, ...rewrites[language]].reduce((text, [from, to]) => text.replace(from, to), numpy);

/** An activation's name as Python takes it. */
export const identifier = (name: string): string => name.replace(/\W+/g, '_').replace(/^(?=\d|$)/, 'g_');

/** A layer's A out of Z. A formula is named, not written out as Python. */
export function forwardOf({ activation, formula, alpha }: Layer, language: Language): string {
  if (formula !== undefined || !isBuiltIn(activation)) return `${identifier(activation)}(Z)`;
  return withAlpha(translated(inNumpy(activation).g, language), alpha);
}

/** A layer's mask or slope, out of Z, for its cache. */
export function derivedOf(layer: Layer, slot: 'mask' | 'slope', language: Language): string {
  if (layer.formula !== undefined) return `${identifier(layer.activation)}_slope(Z)`;
  const { mask, slope } = inNumpy(layer.activation as ActivationName);
  return withAlpha(translated(slot === 'mask' ? mask! : slope.Z, language), layer.alpha);
}

/** A layer's dZ out of dA and the slot that its backward read; without one, its slope is 1 everywhere. */
export function backwardOf(layer: Layer, slot: ActivationSlot | undefined, language: Language): string {
  if (slot === undefined) return 'dA';
  if (slot === 'slope') return 'dA * slope';
  if (layer.formula !== undefined)
    return `dA * ${identifier(layer.activation)}_slope${slot === 'A' ? '_from_a' : ''}(${slot})`;
  const { slope, whole } = inNumpy(layer.activation as ActivationName);
  const text = withAlpha(translated(slope[slot]!, language), layer.alpha);
  return whole ? text : `dA * ${braced(text)}`;
}

const withAlpha = (text: string, alpha: number): string => text.replace(/\balpha\b/g, String(alpha));
