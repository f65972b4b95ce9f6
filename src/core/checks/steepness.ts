import { activationOf, cacheReadBy } from '../activations';
import { type Matrix, map, zip } from '../math/matrix';
import { stepAside } from '../math/step-aside';
import type { Layer } from '../model/model';

/** How far to each side of z the slope is looked at, as a part for `stepAside`: so both sides of a kink are seen. */
const BESIDE = 1e-5;

/** The slopes of an activation at z and just beside it, (n, m) in float64. */
export interface Steepness {
  /** The largest |g′|: at a kink, that of the steeper side. */
  readonly steepest: Matrix;
  /** How far apart the largest and the least g′ are: hardly at all, except at a kink. */
  readonly jump: Matrix;
}

/**
 * How steep an activation that works on each cell alone is near Z. Where g′ is NaN or infinite, as that of a formula
 * may be, the slope of the chord through both neighbours stands for it.
 */
export function steepnessNear(layer: Layer, Z: Matrix): Steepness {
  const { backward, forward } = activationOf(layer);
  const aside = (sign: number) => map(Z, (z) => z + sign * stepAside(z, BESIDE), 'float64');
  const [below, above] = [aside(-1), aside(1)];
  const slopes = [map(Z, (z) => z, 'float64'), below, above].map((at) =>
    backward(
      cacheReadBy(new Set(['Z']), () => at),
      map(at, () => 1),
      layer.alpha,
    ),
  );
  const [low, high] = [forward(below, layer.alpha), forward(above, layer.alpha)];
  const rise = zip(high, low, (after, before) => after - before);
  const [steepest, jump] = [map(below, () => 0), map(below, () => 0)];
  for (let k = 0; k < steepest.data.length; k++) {
    const chord = rise.data[k]! / (above.data[k]! - below.data[k]!);
    let [least, largest] = [Infinity, -Infinity];
    for (const { data } of slopes) {
      if (!(Math.abs(data[k]!) < Infinity)) continue;
      least = Math.min(least, data[k]!);
      largest = Math.max(largest, data[k]!);
    }
    if (least > largest) [least, largest] = Math.abs(chord) < Infinity ? [chord, chord] : [0, 0];
    steepest.data[k] = Math.max(Math.abs(least), Math.abs(largest));
    jump.data[k] = largest - least;
  }
  return { steepest, jump };
}
