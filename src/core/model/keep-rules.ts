import type { ActivationSlot } from '../activations';

/** What a layer's activation_cache keeps on the way forward. */
export interface KeepRule {
  readonly keeps: readonly ActivationSlot[];
  /** What it is called where people read it. */
  readonly label: string;
  /** What it is, in a few words. */
  readonly says: string;
}

/**
 * Every keep rule there is, by its name in files. A rule asks; a slot that an activation does not have (the mask
 * of a tanh, the slope of a softmax) stays empty, and backward has to recompute.
 */
export const keepRules = {
  Z: { label: 'Z', keeps: ['Z'], says: 'the pre-activation, as the course does' },
  A: { label: 'A', keeps: ['A'], says: 'the activation, which the next layer keeps anyway' },
  ZA: { label: 'Z + A', keeps: ['Z', 'A'], says: 'both Z and A' },
  mask: { label: 'mask', keeps: ['mask'], says: 'one bit per cell, where the slope has two values' },
  slope: { label: 'slope', keeps: ['slope'], says: 'g′ itself, as JAX does' },
  none: { label: 'none', keeps: [], says: 'nothing, so Z is computed again' },
} satisfies Record<string, KeepRule>;

/** A keep rule's name in files. */
export type KeepRuleName = keyof typeof keepRules;

/** All keep rules, in the order in which they are offered. */
export const keepRuleNames = Object.keys(keepRules) as KeepRuleName[];
