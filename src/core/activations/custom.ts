import { elementwise, type Formulas } from './elementwise';
import type { Activation } from './types';

/** What somebody wrote: a formula of z and, if they like, its slope, of z and of a = g(z). */
export interface Own {
  readonly formula: string;
  readonly slope?: string | undefined;
  readonly slopeFromA?: string | undefined;
}

/**
 * What was written, as it was read: it hangs on the very object that a layer and its copies hold, and goes with the last
 * of them. In links, files and other threads there is only the text, which is read again there. Core runs what was
 * written; what it means is not its affair.
 */
const meanings = new WeakMap<Own, Activation>();

/**
 * Makes an activation of what a formula and its slopes mean. Without a slope in terms of a it has its slope from Z
 * alone: whether A would tell it, a search can say, but not by which formula.
 */
export const custom = (
  parts: Pick<Formulas, 'g' | 'fromZ' | 'fromA' | 'selects' | 'tex' | 'costs'>,
  beside: Pick<Activation, 'rounding' | 'slopeRounding' | 'inPython'> = {},
): Activation => ({ ...elementwise(parts), ...beside });

/** Says what was written is, so that layers can have it. */
export const define = (own: Own, activation: Activation): void => {
  meanings.set(own, activation);
};

/** Whether it has been said what was written is: this object, and no other with the same text. */
export const isDefined = (own: Own): boolean => meanings.has(own);

/** The activation that somebody wrote; an error where it has not been said what it is. */
export function customOf(own: Own): Activation {
  const activation = meanings.get(own);
  if (!activation) throw new Error(`the formula ${own.formula} has not been defined`);
  return activation;
}
