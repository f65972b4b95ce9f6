import { type ActivationName, type Route, slotOfRoute } from '../../core/activations';
import type { Layer } from '../../core/model/model';
import type { Draft, Language } from './listing';
import { inNumpy, isInNumpy, ownIn } from './numpy/of-layer';

type Rewrite = readonly [RegExp, string];

/** An argument that may itself have calls in it, two deep. */
const argument = String.raw`((?:[^(),]|\((?:[^()]|\([^()]*\))*\))+)`;

/** What readers can do without: the guard that makes a label of 0 add nothing, not even 0 · ∞, is for those who run the code. */
const plainer: readonly Rewrite[] = [
  [/\/ given\(1 - Y, 1 - A\)/g, '/ (1 - A)'],
  [/given\(1 - Y, 1 - A\)/g, '1 - A'],
  [/given\(Y, A\)/g, 'A'],
  // The script has the 1/6 of PyTorch's kernel, and factors 1 − A² for the sake of float32.
  [/dA \* np\.float32\(1 \/ 6\)/g, 'dA / 6'],
  [/np\.float32\(1 \/ 6\)/g, '1 / 6'],
  [/\(1 \+ A\) \* \(1 - A\)/g, '1 - A**2'],
];

/**
 * How the course writes what the exported script writes differently (there, `sigmoid` is only the name of the course's own
 * function), and how other libraries do. They apply in this order.
 */
const rewrites: Record<Language, readonly Rewrite[]> = {
  numpy: [
    [/^sigma\(Z\)$/g, '1 / (1 + np.exp(-Z))'],
    [/\bsigma\(Z\)/g, '(1 / (1 + np.exp(-Z)))'],
    [/^softmax\(Z\)$/, 'np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)'],
  ],
  torch: [
    [/^np\.exp\(Z - Z\.max.*$/, 'torch.softmax(Z, 0)'],
    [/softmax\(Z\)/g, 'torch.softmax(Z, 0)'],
    [/np\.logaddexp\(0, Z\)/g, 'torch.logaddexp(Z, torch.zeros_like(Z))'],
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

/** A layer's A from Z. What can't be written in NumPy, as a formula that jumps, is called by its name. */
export function forwardOf(layer: Layer, language: Language): string {
  const own = ownIn(layer, language);
  if (own) return own.g;
  if (!isInNumpy(layer)) return `${identifier(layer.activation)}(Z)`;
  return withAlpha(translated(inNumpy(layer.activation as ActivationName).g, language), layer.alpha);
}

/** A layer's mask or slope, out of Z, for its cache. */
export function derivedOf(layer: Layer, slot: 'mask' | 'slope', language: Language): string {
  const own = ownIn(layer, language);
  if (own) return everywhere(own.slopes.Z, language);
  if (!isInNumpy(layer)) return `${identifier(layer.activation)}_slope(Z)`;
  return withAlpha(translated(inNumpy(layer.activation as ActivationName)[slot]!, language), layer.alpha);
}

/** A slope in every cell, where it may be one number. */
const everywhere = (slope: string, language: Language): string =>
  /\bZ\b/.test(slope) ? slope : translated(`np.full_like(Z, ${slope})`, language);

/**
 * A layer's dZ from dA by the route that its backward took: the lines that lead up to it, and the expression. Without a
 * route, the slope is 1 everywhere.
 */
export function backwardOf(layer: Layer, route: Route | undefined, language: Language): Draft[] {
  const own = route && route !== 'slope' && ownIn(layer, language)?.slopes[route === 'A' ? 'A' : 'Z'];
  if (own) return [{ text: `dZ = dA * (${own})`, sets: 'dZ' }];
  const lines = linesOf(layer, route).map((line, i, { length }) => (i < length - 1 ? line : `dZ = ${line}`));
  return lines.map((line) => {
    const [name, expression] = line.split(/ = (.*)/s) as [string, string];
    return { text: `${name} = ${withAlpha(translated(expression, language), layer.alpha)}`, sets: 'dZ' };
  });
}

function linesOf(layer: Layer, route: Route | undefined): readonly string[] {
  if (route === undefined) return ['dA'];
  if (isInNumpy(layer)) return inNumpy(layer.activation as ActivationName).dZ[route]!;
  const from = route === 'A' ? '_from_a' : '';
  return [
    route === 'slope'
      ? 'dA * slope'
      : `dA * ${identifier(layer.activation)}_slope${from}(${slotOfRoute(route)})`,
  ];
}

/** Numbers take alpha's place. Times 0 is 0 by a comparison, and no product. */
const withAlpha = (text: string, alpha: number): string =>
  text.replace(/\balpha \* dA/g, alpha === 0 ? '0' : '$&').replace(/\balpha\b/g, String(alpha));
