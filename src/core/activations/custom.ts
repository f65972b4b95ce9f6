import { elementwise, type Formulas } from './elementwise';
import type { Activation } from './types';

/** Activations that somebody wrote as a formula, by the formula. Core runs them; what a formula means is not its affair. */
const defined = new Map<string, Activation>();

/**
 * Makes an activation of what a formula means. It has its slope from Z alone: whether A would tell it, a search can
 * say, but not by which formula.
 */
export function defineCustom(formula: string, parts: Pick<Formulas, 'g' | 'fromZ' | 'tex' | 'costs'>): void {
  defined.set(formula, elementwise(parts));
}

/** Whether a formula has been defined. */
export const isDefined = (formula: string): boolean => defined.has(formula);

/** The activation of a formula; an error where it has not been defined. */
export function customOf(formula: string): Activation {
  const activation = defined.get(formula);
  if (!activation) throw new Error(`the formula ${formula} has not been defined`);
  return activation;
}
