import type { ActivationName } from '../../core/activations';
import { backwardOf, derivedOf, forwardOf, identifier } from './expressions';
import { type Draft, indented } from './listing';
import { helpers, inNumpy, isInNumpy } from './numpy-activations';
import { formulaNote, type LayerPass } from './pass';

/** Several values as Python packs them; one alone stands as itself, as in the course. */
export const packed = (names: readonly string[]): string =>
  names.length === 0 ? 'None' : names.length === 1 ? names[0]! : `(${names.join(', ')})`;

/** A function of Python. */
export const defined = (head: string, body: readonly Draft[]): Draft[] => [
  { text: `def ${head}:` },
  ...indented(body),
  { text: '' },
];

/** Helpers that NumPy does not have. */
const helpersOf = ({ layer }: LayerPass): Draft[] =>
  isInNumpy(layer) && inNumpy(layer.activation as ActivationName).uses?.includes('Phi')
    ? [...helpers.Phi.split('\n').map((text) => ({ text })), { text: '' }]
    : [];

/** `linear_forward`. */
export const linearForward = (shapes: string, again: boolean): Draft[] =>
  defined('linear_forward(A_prev, W, b)', [
    { text: shapes },
    { text: 'Z = W @ A_prev + b', sets: again ? 'Z again' : 'Z' },
    { text: 'linear_cache = (A_prev, W, b)', packing: 'packs' },
    { text: 'return Z, linear_cache' },
  ]);

/** `linear_activation_forward`, with what the record says that its cache keeps; `left` of it on this way forward. */
export function activationForward(pass: LayerPass, shapes: string, left: LayerPass['left']): Draft[] {
  const { layer, kept } = pass;
  const cache = {
    all: '(linear_cache, activation_cache)',
    linear_cache: '(linear_cache, None)',
    nothing: 'None',
  }[left];
  return [
    ...helpersOf(pass),
    ...defined('linear_activation_forward(A_prev, W, b, activation)', [
      { text: shapes },
      { text: 'Z, linear_cache = linear_forward(A_prev, W, b)', calls: ['Z'] },
      { text: `if activation == "${layer.activation}":` },
      ...indented([
        { text: `A = ${forwardOf(layer, 'numpy')}${formulaNote(layer)}`, sets: 'A' },
        ...(left === 'all'
          ? [
              ...kept
                .filter((slot) => slot === 'mask' || slot === 'slope')
                .map((slot) => ({ text: `${slot} = ${derivedOf(layer, slot, 'numpy')}` })),
              { text: `activation_cache = ${packed(kept)}`, packing: 'packs' as const },
            ]
          : []),
      ]),
      {
        text: `cache = ${cache}${left === 'all' ? '' : '  # the rest is dropped, and run again on the way back'}`,
        packing: 'packs',
      },
      { text: 'return A, cache' },
    ]),
  ];
}

/** The name of an activation's backward. */
const backwardName = ({ layer }: LayerPass): string => `${identifier(layer.activation)}_backward`;

/** `linear_activation_backward`, which takes the entry of the list apart. */
export function activationBackwardCall(pass: LayerPass, shapes: string): Draft[] {
  const { layer, route, missed } = pass;
  const given = missed ? 'Z' : 'activation_cache';
  return defined('linear_activation_backward(dA, cache, activation)', [
    { text: shapes },
    { text: 'linear_cache, activation_cache = cache', packing: 'unpacks' },
    { text: `if activation == "${layer.activation}":` },
    ...indented([
      ...(missed
        ? [{ text: 'Z, _ = linear_forward(*linear_cache)  # not kept: computed again', calls: ['Z again'] }]
        : []),
      // A function of the name linear_backward there is already.
      route === undefined
        ? { text: 'dZ = dA  # the slope is 1 everywhere', sets: 'dZ' }
        : { text: `dZ = ${backwardName(pass)}(dA, ${given})`, calls: ['dZ'] },
    ]),
    { text: 'dA_prev, dW, db = linear_backward(dZ, linear_cache)', calls: ['dW', 'db', 'dA_prev'] },
    { text: 'return dA_prev, dW, db' },
  ]);
}

/** The backward of an activation, by the route that the record took; none where the slope is 1 everywhere. */
export function activationBackward(pass: LayerPass, shapes: string): Draft[] {
  const { layer, kept, read, route, missed } = pass;
  if (route === undefined || read === undefined) return [];
  const lines = backwardOf(layer, route, 'numpy');
  const noted = lines.map((line, i) =>
    i === lines.length - 1 ? { ...line, text: line.text + formulaNote(layer) } : line,
  );
  return [
    ...helpersOf(pass),
    ...defined(`${backwardName(pass)}(dA, ${missed ? 'Z' : 'activation_cache'})`, [
      { text: shapes },
      ...(missed ? [] : [{ text: `${kept.join(', ')} = activation_cache`, packing: 'unpacks' as const }]),
      ...noted,
      { text: 'return dZ' },
    ]),
  ];
}

/** `linear_backward`: three steps of a pass, and two in the first layer. */
export const linearBackward = (shapes: string, first: boolean): Draft[] =>
  defined('linear_backward(dZ, linear_cache)', [
    { text: shapes },
    { text: 'A_prev, W, b = linear_cache', packing: 'unpacks' },
    { text: 'm = dZ.shape[1]' },
    { text: 'dW = dZ @ A_prev.T / m', sets: 'dW' },
    { text: 'db = np.sum(dZ, axis=1, keepdims=True) / m', sets: 'db' },
    { text: `dA_prev = W.T @ dZ${first ? '  # of X: nothing reads it' : ''}`, sets: 'dA_prev' },
    { text: 'return dA_prev, dW, db' },
  ]);
