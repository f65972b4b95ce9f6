import type { BatchNorm } from '../../../core/model/regularisation';
import { keptByNorm, normAgain, normBackward, normForward } from '../batch-norm';
import type { Draft } from '../listing';
import { defined } from './forward';

/** `batch_norm_forward`, with what the keep rule has in its cache. */
export const batchNormForward = (of: BatchNorm): Draft[] =>
  defined('batch_norm_forward(Z, gamma, beta)', [
    ...normForward(of, 'numpy'),
    { text: `batch_norm_cache = (${keptByNorm(of).join(', ')})`, packing: 'packs' },
    { text: 'return Ztilde, batch_norm_cache' },
  ]);

/** Ztilde once more, out of the cache. */
export const batchNormAgain = (of: BatchNorm): Draft[] =>
  defined('batch_norm_again(batch_norm_cache, beta)', [
    { text: `${keptByNorm(of).join(', ')} = batch_norm_cache`, packing: 'unpacks' },
    ...normAgain(of).map((draft) => ({ ...draft, sets: 'Z again' })),
    { text: 'Ztilde = gamma * Znorm + beta', sets: 'Z again' },
    { text: 'return Ztilde' },
  ]);

/** `batch_norm_backward`: four steps of a pass. */
export const batchNormBackward = (of: BatchNorm): Draft[] =>
  defined('batch_norm_backward(dZtilde, batch_norm_cache)', [
    { text: `${keptByNorm(of).join(', ')} = batch_norm_cache`, packing: 'unpacks' },
    ...normAgain(of),
    ...normBackward(of, 'numpy'),
    { text: 'return dZ, dgamma, dbeta' },
  ]);
