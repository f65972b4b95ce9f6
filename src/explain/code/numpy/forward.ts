import { ofZtilde } from '../batch-norm';
import { derivedOf, forwardOf } from '../expressions';
import { type Draft, indented } from '../listing';
import { formulaNote, type LayerPass } from '../pass';
import { helpers } from './in-numpy';
import { rowOf } from './of-layer';

/** Several values as Python packs them; one alone stands as itself, as in the course. */
export const packed = (names: readonly string[]): string =>
  names.length === 0 ? 'None' : names.length === 1 ? names[0]! : `(${names.join(', ')})`;

/** A function of Python. */
export const defined = (head: string, body: readonly Draft[]): Draft[] => [
  { text: `def ${head}:` },
  ...indented(body),
  { text: '' },
];

/** The functions that NumPy lacks. sigma is written out where it is used, except in a formula of one's own. */
export const helpersOf = ({ layer }: LayerPass): Draft[] =>
  (rowOf(layer)?.uses ?? [])
    .filter((name) => name !== 'sigma' || layer.own !== undefined)
    .flatMap((name) => [...helpers[name].split('\n').map((text) => ({ text })), { text: '' }]);

/** `linear_forward`. */
export const linearForward = (shapes: string, again: boolean): Draft[] =>
  defined('linear_forward(A_prev, W, b)', [
    { text: shapes },
    { text: 'Z = W @ A_prev + b', sets: again ? 'Z again' : 'Z' },
    { text: 'linear_cache = (A_prev, W, b)', packing: 'packs' },
    { text: 'return Z, linear_cache' },
  ]);

/** Whether a layer's A goes through dropout: that of the last never does. */
export const hasDropout = ({ layer, l, last }: LayerPass): boolean => layer.dropout !== undefined && l < last;

/** The caches that a layer leaves, in its entry of the list. */
export const cachesOf = (pass: LayerPass): readonly string[] => [
  'linear_cache',
  ...(pass.layer.batch_norm ? ['batch_norm_cache'] : []),
  'activation_cache',
  ...(hasDropout(pass) ? ['dropout_cache'] : []),
];

/** `linear_activation_forward`, with what its cache keeps by the record; `left` is what remains after this way forward. */
export function activationForward(pass: LayerPass, shapes: string, left: LayerPass['left']): Draft[] {
  const { layer, kept } = pass;
  const { batch_norm, dropout } = layer;
  const ofGiven = (drafts: readonly Draft[]): readonly Draft[] => (batch_norm ? ofZtilde(drafts) : drafts);
  const cache = {
    all: `(${cachesOf(pass).join(', ')})`,
    linear_cache: '(linear_cache, None)',
    nothing: 'None',
  }[left];
  return [
    ...helpersOf(pass),
    ...defined(`linear_activation_forward(A_prev, W, b, ${batch_norm ? 'gamma, beta, ' : ''}activation)`, [
      { text: shapes },
      { text: 'Z, linear_cache = linear_forward(A_prev, W, b)', calls: ['Z'] },
      ...(batch_norm
        ? [
            {
              text: 'Ztilde, batch_norm_cache = batch_norm_forward(Z, gamma, beta)',
              calls: ['Ztilde'],
            },
          ]
        : []),
      { text: `if activation == "${layer.activation}":` },
      ...ofGiven(
        indented([
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
      ),
      ...(dropout && hasDropout(pass)
        ? [{ text: 'Adrop, dropout_cache = dropout_forward(A)', calls: ['Adrop'] }]
        : []),
      {
        text: `cache = ${cache}${left === 'all' ? '' : '  # the rest is dropped, and run again on the way back'}`,
        packing: 'packs',
      },
      { text: `return ${hasDropout(pass) ? 'Adrop' : 'A'}, cache` },
    ]),
  ];
}
