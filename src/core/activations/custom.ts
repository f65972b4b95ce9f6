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
 * Activations that somebody wrote, by what they wrote: those that are in use, and the last that were typed, but not every
 * keystroke. There is room for eight models in whose 64 layers each has another. Core runs them; what a formula means is
 * not its affair.
 */
const defined = new Recent<Activation>(512);

const keyOf = ({ formula, slope, slopeFromA }: Own): string => JSON.stringify([formula, slope, slopeFromA]);

/**
 * Makes an activation of what a formula and its slopes mean. Without a slope in terms of a it has its slope from Z
 * alone: whether A would tell it, a search can say, but not by which formula.
 */
export function defineCustom(
  own: Own,
  parts: Pick<Formulas, 'g' | 'fromZ' | 'fromA' | 'selects' | 'tex' | 'costs'>,
  beside: Pick<Activation, 'rounding' | 'slopeRounding' | 'inPython'> = {},
): void {
  defined.set(keyOf(own), { ...elementwise(parts), ...beside });
}

/** Whether a formula with its slopes has been defined. */
export const isDefined = (own: Own): boolean => defined.get(keyOf(own)) !== undefined;

/** The activation of a formula with its slopes; an error where it has not been defined. */
export function customOf(own: Own): Activation {
  const activation = defined.get(keyOf(own));
  if (!activation) throw new Error(`the formula ${own.formula} has not been defined`);
  return activation;
}
