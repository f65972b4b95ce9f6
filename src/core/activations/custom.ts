import { elementwise, type Formulas } from './elementwise';
import { Recent } from './recent';
import type { Activation } from './types';

/** What somebody wrote: a formula of z and, if they like, its slope, of z and of a = g(z). */
export interface Own {
  readonly formula: string;
  readonly slope?: string | undefined;
  readonly slopeFromA?: string | undefined;
}

/**
 * Activations that stand in layers and that somebody wrote, by what they wrote: what a formula means does not travel in
 * links, files and between threads, but its text does, and tells it again. What is only typed does not come here. There
 * is room for eight models in whose 64 layers each has another. Core runs them; what they mean is not its affair.
 */
const defined = new Recent<Activation>(512);

const keyOf = ({ formula, slope, slopeFromA }: Own): string => JSON.stringify([formula, slope, slopeFromA]);

/**
 * Makes an activation of what a formula and its slopes mean. Without a slope in terms of a it has its slope from Z
 * alone: whether A would tell it, a search can say, but not by which formula.
 */
export const custom = (
  parts: Pick<Formulas, 'g' | 'fromZ' | 'fromA' | 'selects' | 'tex' | 'costs'>,
  beside: Pick<Activation, 'rounding' | 'slopeRounding' | 'inPython'> = {},
): Activation => ({ ...elementwise(parts), ...beside });

/** Says what a formula with its slopes is, so that layers can have it. */
export const define = (own: Own, activation: Activation): void => defined.set(keyOf(own), activation);

/** Whether a formula with its slopes has been defined. */
export const isDefined = (own: Own): boolean => defined.get(keyOf(own)) !== undefined;

/** The activation of a formula with its slopes; an error where it has not been defined. */
export function customOf(own: Own): Activation {
  const activation = defined.get(keyOf(own));
  if (!activation) throw new Error(`the formula ${own.formula} has not been defined`);
  return activation;
}
