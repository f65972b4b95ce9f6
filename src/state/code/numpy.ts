import { backwardOf, derivedOf, forwardOf } from './expressions';
import type { Draft } from './listing';
import { formulaNote, type LayerPass } from './pass';

/** Several values as Python packs them; one alone stands as itself, as in the course. */
const packed = (names: readonly string[]): string =>
  names.length === 0 ? 'None' : names.length === 1 ? names[0]! : `(${names.join(', ')})`;

const takeLinear: Draft = { text: '    A_prev, W, b = linear_cache', packing: 'unpacks' };

/** `linear_forward`; where Z is computed again, out of the linear_cache. */
export const linearForward = (shapes: string, again: boolean): Draft[] => [
  { text: again ? 'def linear_forward(linear_cache):' : 'def linear_forward(A_prev, W, b):' },
  { text: shapes },
  ...(again ? [takeLinear] : []),
  { text: '    Z = W @ A_prev + b', sets: 'Z' },
  ...(again ? [] : [{ text: '    linear_cache = (A_prev, W, b)', packing: 'packs' } as const]),
  { text: again ? '    return Z' : '    return Z, linear_cache' },
];

/** `linear_activation_forward`, with what the record says that its cache keeps. */
export const activationForward = ({ layer, kept }: LayerPass, shapes: string): Draft[] => [
  { text: 'def linear_activation_forward(A_prev, W, b):' },
  { text: shapes },
  { text: '    Z, linear_cache = linear_forward(A_prev, W, b)' },
  { text: `    A = ${forwardOf(layer, 'numpy')}${formulaNote(layer)}`, sets: 'A' },
  ...kept
    .filter((slot) => slot === 'mask' || slot === 'slope')
    .map((slot) => ({ text: `    ${slot} = ${derivedOf(layer, slot, 'numpy')}` })),
  { text: `    cache = ((A_prev, W, b), ${packed(kept)})`, packing: 'packs' },
  { text: '    return A, cache' },
];

/** The backward of an activation, by the route that the record took. */
export function activationBackward({ layer, kept, read, missed }: LayerPass, name: string, shapes: string) {
  const drafts: Draft[] = [
    { text: `def ${name}_backward(dA, cache):` },
    { text: shapes },
    { text: '    linear_cache, activation_cache = cache', packing: 'unpacks' },
  ];
  if (missed) drafts.push(takeLinear, { text: `    Z = W @ A_prev + b  # not kept: computed again` });
  else if (read !== undefined)
    drafts.push({ text: `    ${kept.join(', ')} = activation_cache`, packing: 'unpacks' });
  const note = read === undefined ? '  # the slope is 1 everywhere' : formulaNote(layer);
  drafts.push({ text: `    dZ = ${backwardOf(layer, read, 'numpy')}${note}`, sets: 'dZ' });
  return [...drafts, { text: '    return dZ' }];
}

/** `linear_backward`: three steps of a pass, and two in the first layer. */
export const linearBackward = (shapes: string, first: boolean): Draft[] => [
  { text: 'def linear_backward(dZ, linear_cache):' },
  { text: shapes },
  takeLinear,
  { text: '    m = dZ.shape[1]' },
  { text: '    dW = dZ @ A_prev.T / m', sets: 'dW' },
  { text: '    db = np.sum(dZ, axis=1, keepdims=True) / m', sets: 'db' },
  ...(first ? [] : [{ text: '    dA_prev = W.T @ dZ', sets: 'dA_prev' }]),
  { text: first ? '    return dW, db' : '    return dA_prev, dW, db' },
];
