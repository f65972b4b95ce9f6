import type { Activation } from '../activations';
import { cellsOf } from '../activations/cells';

/** A function g of one number with its slope. Where it is undefined or overflows, either is NaN or infinite. */
export interface Curve {
  g(z: number): number;
  slope(z: number): number;
  /** The points at many z, where that is cheaper than one by one. */
  samples?(zs: readonly number[]): Sample[];
  /** How far rounding can have put g(z) from its true value, where that is known. */
  rounding?(z: number): number;
  /** The z at which the slope is known to jump; each is looked at exactly. */
  readonly kinks?: readonly number[];
}

/** The largest finite |g| and |g′| that were met of a curve; what is small is judged by them. */
export interface Scale {
  readonly g: number;
  readonly slope: number;
}

/** A stretch of the z axis, its ends included. */
export type Stretch = readonly [from: number, to: number];

/**
 * Where a verdict is looked for unless told otherwise. It holds every kink of the activations there are (±1, ±3, 6)
 * and nearly four periods of a sine, and inside it saturating functions still move in float64: 1 − σ(12) is 6e-6,
 * far above the 1e-16 at which outputs begin to be equal through rounding alone.
 */
export const usualRange: Stretch = [-12, 12];

/** A point of a curve. */
export interface Sample {
  readonly z: number;
  readonly g: number;
  readonly slope: number;
}

/** The point of a curve at z. */
export const sampleAt = (curve: Curve, z: number): Sample => ({ z, g: curve.g(z), slope: curve.slope(z) });

/** The points of a curve at many z. */
export const samplesAt = (curve: Curve, zs: readonly number[]): Sample[] =>
  curve.samples?.(zs) ?? zs.map((z) => sampleAt(curve, z));

/** Whether g has a finite value and a finite slope there. */
export const isFiniteAt = ({ g, slope }: Sample): boolean => Number.isFinite(g) && Number.isFinite(slope);

/** An activation that works on each cell alone, as a curve at this alpha. Its slope is read from Z, never from A. */
export function curveOf(activation: Activation, alpha: number): Curve {
  const cells = cellsOf(activation, alpha);
  return {
    g: (z) => cells.outputs([z])[0]!,
    slope: (z) => cells.slopes('Z', [z])[0]!,
    samples(zs) {
      const outputs = cells.outputs(zs);
      const slopes = cells.slopes('Z', zs);
      return zs.map((z, i) => ({ z, g: outputs[i]!, slope: slopes[i]! }));
    },
    ...(activation.rounding && { rounding: activation.rounding }),
    kinks: activation.kinks,
  };
}
