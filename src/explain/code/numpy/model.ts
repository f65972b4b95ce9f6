import type { Segment } from '../../../core/pass/checkpoint';
import { keptByNorm } from '../batch-norm';
import { type Draft, indented } from '../listing';
import type { LayerPass } from '../pass';
import { defined, hasDropout, packed } from './forward';

const parametersOf = ({ layer }: LayerPass): string =>
  ['W', 'b', ...(layer.batch_norm ? ['gamma', 'beta'] : [])]
    .map((name) => `parameters["${name}" + str(l)]`)
    .join(', ');

/*
 * `g` is the list of the layers' activations, by their names.
 */

/** The entry of the list that is a layer's, written out: `((A1, W2, b2), Z2)`. */
export function entryOf(pass: LayerPass, way: 'forward' | 'back'): string {
  const { l, kept, left, layer, input } = pass;
  const linear = `(${input}, W${l}, b${l})`;
  const { batch_norm, dropout } = layer;
  const given = batch_norm ? 'Ztilde' : 'Z';
  const entry = [
    linear,
    ...(batch_norm ? [packed(keptByNorm(batch_norm).map((name) => `${name}${l}`))] : []),
    packed(kept.map((slot) => `${slot === 'Z' ? given : slot}${l}`)),
    ...(dropout && hasDropout(pass) ? [dropout.keep === 'mask' ? `D${l}` : 'None'] : []),
  ];
  if (way === 'back' || left === 'all') return `(${entry.join(', ')})`;
  return left === 'nothing' ? 'None' : `(${linear}, None)`;
}

/** `L_model_forward`, where layer l is what `linear_activation_forward` is called for. */
export const modelForward = (pass: LayerPass): Draft[] =>
  defined('L_model_forward(X, parameters, g)', [
    { text: 'caches, A = [], X', plain: true },
    { text: `for l in range(1, len(g) + 1):  # l is ${pass.l}` },
    ...indented([
      { text: 'A_prev = A' },
      {
        text: `A, cache = linear_activation_forward(A_prev, ${parametersOf(pass)}, g[l - 1])`,
        calls: ['Z', 'Ztilde', 'A', 'Adrop'],
      },
      { text: `caches.append(cache)  # ${entryOf(pass, 'forward')}`, entry: true },
    ]),
    { text: 'return A, caches' },
  ]);

/** The segment that a checkpoint dropped, run again for its caches. */
export const segmentAgain = (pass: LayerPass, { first, last }: Segment): Draft[] =>
  defined('run_again(caches, parameters, g)', [
    { text: `(A, _, _), _ = caches[${first - 1}]  # the checkpoint`, packing: 'unpacks', plain: true },
    { text: `for l in range(${first}, ${last + 1}):  # l is ${pass.l}` },
    ...indented([
      { text: 'A_prev = A' },
      {
        text: `A, cache = linear_activation_forward(A_prev, ${parametersOf(pass)}, g[l - 1])`,
        calls: ['Z', 'Ztilde', 'A', 'Adrop'],
      },
      { text: `caches[l - 1] = cache  # ${entryOf(pass, 'back')}`, entry: true },
    ]),
  ]);

/** `L_model_backward`, where layer l is what `linear_activation_backward` is called for. */
export function modelBackward(pass: LayerPass, fused: boolean): Draft[] {
  const norm = pass.layer.batch_norm;
  const gammas = norm ? ', dgamma, dbeta' : '';
  const beta = norm && pass.missed ? ', parameters["beta" + str(l)]' : '';
  return defined(`L_model_backward(Y, caches, loss_cache, g${beta && ', parameters'})`, [
    { text: 'grads, L = {}, len(caches)' },
    ...(fused ? fusedOutput(pass) : [{ text: 'dA = cost_backward(loss_cache, Y)', calls: ['dA'] }]),
    {
      text: `for l in reversed(range(1, L${fused ? '' : ' + 1'})):${pass.fused ? '' : `  # l is ${pass.l}`}`,
    },
    ...indented([
      pass.fused
        ? { text: 'cache = caches[l - 1]' }
        : { text: `cache = caches[l - 1]  # ${entryOf(pass, 'back')}`, entry: true },
      {
        text: `dA_prev, dW, db${gammas} = linear_activation_backward(dA, cache, g[l - 1]${beta})`,
        calls: pass.fused
          ? []
          : ['D', 'dA', 'dZtilde', 'dgamma', 'dbeta', 'dZnorm', 'dZ', 'Z again', 'dW', 'db', 'dA_prev'],
      },
      ...(norm ? [{ text: 'grads["dgamma" + str(l)], grads["dbeta" + str(l)] = dgamma, dbeta' }] : []),
      { text: 'grads["dW" + str(l)], grads["db" + str(l)], dA = dW, db, dA_prev' },
    ]),
    { text: 'return grads' },
  ]);
}

/** The last layer's way back where output and loss are fused: A of the loss's cache, and the linear_cache alone. */
const fusedOutput = (pass: LayerPass): Draft[] => {
  const here = pass.fused;
  const norm = pass.layer.batch_norm;
  const dZ = norm ? 'dZtilde' : 'dZ';
  const names = norm ? 'linear_cache, batch_norm_cache, _' : 'linear_cache, _';
  return [
    { text: 'A = loss_cache', packing: 'unpacks' },
    { text: `${dZ} = A - Y  # output and loss at once`, ...(here && { sets: dZ }) },
    here
      ? {
          text: `${names} = caches[L - 1]  # ${entryOf(pass, 'back')}`,
          entry: true,
          packing: 'unpacks',
        }
      : { text: `${names} = caches[L - 1]`, packing: 'unpacks' },
    ...(norm
      ? [
          {
            text: 'dZ, grads["dgamma" + str(L)], grads["dbeta" + str(L)] = batch_norm_backward(dZtilde, batch_norm_cache)',
            ...(here && { calls: ['dgamma', 'dbeta', 'dZnorm', 'dZ'] }),
          },
        ]
      : []),
    {
      text: 'dA, grads["dW" + str(L)], grads["db" + str(L)] = linear_backward(dZ, linear_cache)',
      ...(here && { calls: ['dW', 'db', 'dA_prev'] }),
    },
  ];
};
