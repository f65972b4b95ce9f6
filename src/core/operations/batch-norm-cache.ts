import type { Matrix } from '../math/matrix';
import type { Step } from '../pass/trace';
import { normalised } from './normalise';
import type { Io } from './operation';

/** The slots of batch norm's cache. Its keep rule says which of them hold something. */
export type BatchNormSlot = 'gamma' | 'Z' | 'mean' | 'Znorm' | 'centred' | 'variance' | 'std' | 'inv_std';

type Cache = Pick<Io<BatchNormSlot>, 'held' | 'slot'>;

/** Znorm computed again from Z, μ and 1/σ, each of them read once. */
function normalisedAgain({ slot }: Cache) {
  const [Z, mean, inv_std] = [slot('Z'), slot('mean'), slot('inv_std')];
  return { Znorm: normalised(Z, mean, inv_std), inv_std };
}

/** Znorm by whatever the cache holds: Znorm itself, or Z, μ and 1/σ. */
export const heldZnorm = (cache: Cache): Matrix =>
  cache.held.has('Znorm') ? cache.slot('Znorm') : normalisedAgain(cache).Znorm;

/** Znorm and 1/σ by whatever the cache holds. */
export const heldStatistics = (cache: Cache): { readonly Znorm: Matrix; readonly inv_std: Matrix } =>
  cache.held.has('Znorm')
    ? { Znorm: cache.slot('Znorm'), inv_std: cache.slot('inv_std') }
    : normalisedAgain(cache);

/** How many multiplications per cell a step spent on computing Znorm again: 1 or 0. */
export const spentOnZnorm = ({ cache }: Pick<Step, 'cache'>): number =>
  Number(cache.some(({ kind, slot }) => kind === 'read' && slot === 'mean'));
