import type { Kind } from './names';

/*
 * What a layer can have beside its product and its activation, as files have it.
 */

/** What batch norm keeps for the way back. */
export interface BatchNormRule {
  readonly keeps: readonly Kind[];
  /** What it is called where people read it. */
  readonly label: string;
  /** What it is, in a few words. */
  readonly says: string;
}

/** Every keep rule of batch norm, by its name in files. */
export const batchNormRules = {
  normalised: { keeps: ['gamma', 'Znorm', 'inv_std'], label: 'Znorm', says: 'Znorm and 1/σ' },
  input: {
    keeps: ['gamma', 'Z', 'mean', 'inv_std'],
    label: 'Z, μ, 1/σ',
    says: 'Z, μ and 1/σ, as cuDNN does; Znorm is worked out again',
  },
  all: {
    keeps: ['gamma', 'Znorm', 'centred', 'inv_std', 'std', 'variance'],
    label: 'every stage',
    says: 'every intermediate, as code in stages does',
  },
} satisfies Record<string, BatchNormRule>;

export type BatchNormRuleName = keyof typeof batchNormRules;

/** All of them, in the order in which they are offered. */
export const batchNormRuleNames = Object.keys(batchNormRules) as BatchNormRuleName[];

/** Batch norm over the examples: (Z − μ)/√(σ² + ε), and γ Znorm + β. Ioffe & Szegedy (2015). */
export interface BatchNorm {
  readonly epsilon: number;
  readonly keep: BatchNormRuleName;
}

/** Batch norm where nothing else is said: PyTorch's ε. */
export const usualNorm: BatchNorm = { epsilon: 1e-5, keep: 'normalised' };

/** What dropout keeps for the way back, by its name in files. */
export const dropoutRules = {
  mask: { label: 'D', says: 'D, one bit per cell' },
  seed: { label: 'its seed', says: 'only the seed; D is drawn again' },
} as const;

export type DropoutRuleName = keyof typeof dropoutRules;

/** All of them, in the order in which they are offered. */
export const dropoutRuleNames = Object.keys(dropoutRules) as DropoutRuleName[];

/** Inverted dropout, A ⊙ D / keep_prob. Srivastava et al. (2014), as the course writes it. */
export interface Dropout {
  readonly keep_prob: number;
  readonly keep: DropoutRuleName;
  /** What D is drawn from. */
  readonly seed: number;
  /** D as it is given, (n_l, m) of 0 and 1, in place of one that is drawn. */
  readonly D?: readonly (readonly number[])[] | undefined;
}

/** Dropout where nothing else is said. */
export const usualDropout = { keep_prob: 0.8, keep: 'mask' } as const;
