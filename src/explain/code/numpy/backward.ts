import { ofZtilde } from '../batch-norm';
import { backwardOf, identifier } from '../expressions';
import { type Draft, indented } from '../listing';
import { formulaNote, type LayerPass } from '../pass';
import { cachesOf, defined, hasDropout, helpersOf } from './forward';

/** The name of an activation's backward. */
const backwardName = ({ layer }: LayerPass): string => `${identifier(layer.activation)}_backward`;

/** `linear_activation_backward`, which takes the entry of the list apart. */
export function activationBackwardCall(pass: LayerPass, shapes: string): Draft[] {
  const { layer, route, missed } = pass;
  const { batch_norm } = layer;
  const ofGiven = (drafts: readonly Draft[]): readonly Draft[] => (batch_norm ? ofZtilde(drafts) : drafts);
  const given = missed ? 'Z' : 'activation_cache';
  const again = batch_norm
    ? 'Ztilde = batch_norm_again(batch_norm_cache, beta)'
    : 'Z, _ = linear_forward(*linear_cache)';
  const gammas = batch_norm ? ', dgamma, dbeta' : '';
  const above = hasDropout(pass) ? 'dAdrop' : 'dA';
  return defined(
    `linear_activation_backward(${above}, cache, activation${missed && batch_norm ? ', beta' : ''})`,
    [
      { text: shapes },
      { text: `${cachesOf(pass).join(', ')} = cache`, packing: 'unpacks' },
      ...(hasDropout(pass)
        ? [{ text: 'dA = dropout_backward(dAdrop, dropout_cache)', calls: ['dA', 'D'] }]
        : []),
      { text: `if activation == "${layer.activation}":` },
      ...ofGiven(
        indented([
          ...(missed ? [{ text: `${again}  # not kept: computed again`, calls: ['Z again'] }] : []),
          // A function of the name linear_backward there is already.
          route === undefined
            ? { text: 'dZ = dA  # the slope is 1 everywhere', sets: 'dZ' }
            : { text: `dZ = ${backwardName(pass)}(dA, ${given})`, calls: ['dZ'] },
        ]),
      ),
      ...(batch_norm
        ? [
            {
              text: 'dZ, dgamma, dbeta = batch_norm_backward(dZtilde, batch_norm_cache)',
              calls: ['dgamma', 'dbeta', 'dZnorm', 'dZ'],
            },
          ]
        : []),
      { text: 'dA_prev, dW, db = linear_backward(dZ, linear_cache)', calls: ['dW', 'db', 'dA_prev'] },
      { text: `return dA_prev, dW, db${gammas}` },
    ],
  );
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
    ...(layer.batch_norm ? ofZtilde : (drafts: readonly Draft[]) => drafts)(
      defined(`${backwardName(pass)}(dA, ${missed ? 'Z' : 'activation_cache'})`, [
        { text: shapes },
        ...(missed ? [] : [{ text: `${kept.join(', ')} = activation_cache`, packing: 'unpacks' as const }]),
        ...noted,
        { text: 'return dZ' },
      ]),
    ),
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
