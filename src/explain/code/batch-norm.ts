import type { BatchNorm } from '../../core/model/regularisation';
import { batchNormRules } from '../../core/model/regularisation';
import type { Draft, Language } from './listing';

/** A call that reduces each row to one number, in a language. */
const over = (language: Language, name: 'mean' | 'sum', of: string): string => {
  const module = { numpy: 'np', torch: 'torch', jax: 'jnp' }[language];
  return `${module}.${name}(${of}, ${language === 'torch' ? 'dim=1, keepdim=True' : 'axis=1, keepdims=True'})`;
};

const root = (language: Language, of: string): string =>
  `${{ numpy: 'np', torch: 'torch', jax: 'jnp' }[language]}.sqrt(${of})`;

/** The names that a keep rule of batch norm keeps, as its cache packs them. */
export const keptByNorm = ({ keep }: BatchNorm): readonly string[] => batchNormRules[keep].keeps;

/** Ztilde out of Z. */
export const normForward = ({ epsilon }: BatchNorm, language: Language): Draft[] => [
  { text: `mean = ${over(language, 'mean', 'Z')}`, sets: 'Ztilde' },
  { text: 'centred = Z - mean', sets: 'Ztilde' },
  { text: `variance = ${over(language, 'mean', 'centred**2')}`, sets: 'Ztilde' },
  { text: `std = ${root(language, `variance + ${epsilon}`)}`, sets: 'Ztilde' },
  { text: 'inv_std = 1 / std', sets: 'Ztilde' },
  { text: 'Znorm = centred * inv_std', sets: 'Ztilde' },
  { text: 'Ztilde = gamma * Znorm + beta', sets: 'Ztilde' },
];

/** Znorm, where the cache has what it is worked out of. */
export const normAgain = ({ keep }: BatchNorm): Draft[] =>
  keep === 'input' ? [{ text: 'Znorm = (Z - mean) * inv_std  # worked out again' }] : [];

/**
 * The way back through batch norm, with dZtilde given. NumPy's gradients are per example, so that those of γ and β are
 * means; in the others the 1/m is in the cost's.
 */
export function normBackward({ keep, epsilon }: BatchNorm, language: Language): Draft[] {
  const total = language === 'numpy' ? 'mean' : 'sum';
  return [
    { text: `dgamma = ${over(language, total, 'dZtilde * Znorm')}`, sets: 'dgamma' },
    { text: `dbeta = ${over(language, total, 'dZtilde')}`, sets: 'dbeta' },
    { text: 'dZnorm = gamma * dZtilde', sets: 'dZnorm' },
    ...(keep === 'all' ? inStages(epsilon, language) : atOnce(language)),
  ];
}

const atOnce = (language: Language): Draft[] => [
  {
    text: `dZ = inv_std * (dZnorm - ${over(language, 'mean', 'dZnorm')} - Znorm * ${over(language, 'mean', 'dZnorm * Znorm')})`,
    sets: 'dZ',
  },
];

/** Stage by stage, each undoing one of the way forward, as students write it. */
const inStages = (epsilon: number, language: Language): Draft[] => [
  { text: `dinv_std = ${over(language, 'sum', 'dZnorm * centred')}`, sets: 'dZ' },
  { text: 'dstd = -dinv_std / std**2', sets: 'dZ' },
  { text: `dvariance = dstd / (2 * ${root(language, `variance + ${epsilon}`)})`, sets: 'dZ' },
  { text: 'dcentred = dZnorm * inv_std + 2 * centred * dvariance / centred.shape[1]', sets: 'dZ' },
  { text: `dZ = dcentred - ${over(language, 'mean', 'dcentred')}`, sets: 'dZ' },
];

/** Code of an activation that is given Ztilde in place of Z. */
export const ofZtilde = (drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => ({
    ...draft,
    text: draft.text.replace(/(?<=\b|d)Z\b/g, 'Ztilde'),
    ...(draft.sets === 'dZ' && { sets: 'dZtilde' }),
    ...(draft.calls && { calls: draft.calls.map((name) => (name === 'dZ' ? 'dZtilde' : name)) }),
  }));
