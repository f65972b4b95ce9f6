import { derivative, type MathNode } from 'mathjs/number';
import { dualAt, type Expression } from './expression';
import { translate } from './translate';

/** The slope of a formula, and how it was found. */
export interface Slope {
  at(z: number): number;
  readonly how: 'symbolic' | 'automatic';
  /** The derivative as a formula, where it is symbolic. */
  readonly text?: string;
  readonly tex?: string;
}

/** Where a derivative is held against central differences. */
const grid = Array.from({ length: 161 }, (_, i) => i / 20 - 4);

const STEP = 1e-6;

/** How far a central difference may be from the derivative, relative to what is large there. */
const TOLERANCE = 1e-5;

/** Whether a slope agrees with central differences of g wherever those can be had and g has no kink. */
function agrees(
  g: (z: number) => number,
  slope: (z: number) => number,
  sure: (z: number) => number,
): boolean {
  return grid.every((z) => {
    // abs(z) / z is no slope at 0, where there is one.
    if (Number.isFinite(sure(z)) && !Number.isFinite(slope(z))) return false;
    const [left, right] = [g(z - STEP), g(z + STEP)];
    const central = (right - left) / (2 * STEP);
    // A kink between the two points is no fault of the derivative's: there both sides have another slope.
    const bends = Math.abs(sure(z + STEP) - sure(z - STEP)) > 1e-3 * Math.max(1, Math.abs(sure(z)));
    if (!Number.isFinite(central) || bends) return true;
    const scale = Math.max(1, Math.abs(central), Math.abs(left), Math.abs(right));
    return Math.abs(slope(z) - central) <= TOLERANCE * scale;
  });
}

/**
 * The slope of a formula: by symbolic differentiation where mathjs has rules for all of it and central differences
 * agree; else by automatic differentiation, which takes the branch that g takes.
 */
export function slopeOf(expression: Expression, node: MathNode): Slope {
  const automatic = (z: number): number => dualAt(expression, z).slope;
  try {
    const derived = derivative(node, 'z');
    const symbolic = translate(derived);
    const at = (z: number): number => dualAt(symbolic, z).value;
    if (agrees((z) => dualAt(expression, z).value, at, automatic))
      return { at, how: 'symbolic', text: derived.toString(), tex: derived.toTex() };
  } catch {
    // There is no rule for a part of it: that is what the other way is for.
  }
  return { at: automatic, how: 'automatic' };
}
