import { elementwise, type Formulas } from './elementwise';
import type { Activation } from './types';

/** What somebody wrote: a formula of z and, if they like, its slope, of z and of a = g(z). */
export interface Own {
  readonly formula: string;
  readonly slope?: string | undefined;
  readonly slopeFromA?: string | undefined;
}

/**
 * The activation that each formula was read as. Its key is the very object that a layer and its copies share, so that it
 * is gone with the last of them. Links, files and other threads carry the text alone and read it again. Core runs
 * formulas; it does not read them.
 */
const meanings = new WeakMap<Own, Activation>();

/**
 * Makes an activation of a formula and its slopes. Unless a slope in terms of a was given, its slope comes from Z alone:
 * a search can tell whether A would be enough, but not by which formula.
 */
export const ownActivation = (
  parts: Pick<Formulas, 'g' | 'fromZ' | 'fromA' | 'selects' | 'tex' | 'costs'>,
  beside: Pick<Activation, 'rounding' | 'slopeRounding' | 'inPython'> = {},
): Activation => ({ ...elementwise(parts), ...beside });

/** Registers the activation that a formula was read as, so that layers can use it. */
export const define = (own: Own, activation: Activation): void => {
  meanings.set(own, activation);
};

/** Whether a formula is registered: this very object, not another one with the same text. */
export const isDefined = (own: Own): boolean => meanings.has(own);

/** The activation that a formula was read as. Throws where none is registered. */
export function definedAs(own: Own): Activation {
  const activation = meanings.get(own);
  if (!activation) throw new Error(`the formula ${own.formula} has not been defined`);
  return activation;
}
