import { activationOf, cacheReadBy } from '../activations';
import { type Matrix, map, zip } from '../matrix';
import type { Layer } from '../model';

/** How far beside z is looked, as a part of |z| and of 1: there are the slopes on both sides of a kink. */
const BESIDE = 1e-5;

/**
 * The largest |g′| at z and just beside it, (n, m) in float64, for a layer whose activation works on each cell alone.
 * On a kink that is the steeper side. Where g′ is NaN or infinite there, as that of a formula may be, the slope of the
 * chord through both neighbours stands for it.
 */
export function steepestNear(layer: Layer, Z: Matrix): Matrix {
  const { backward, forward } = activationOf(layer);
  const aside = (sign: number) => map(Z, (z) => z + sign * BESIDE * Math.max(1, Math.abs(z)), 'float64');
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
  const steepest = map(below, () => 0);
  for (let k = 0; k < steepest.data.length; k++) {
    const finite = slopes.map(({ data }) => Math.abs(data[k]!)).filter((slope) => slope < Infinity);
    const chord = Math.abs(rise.data[k]! / (above.data[k]! - below.data[k]!));
    steepest.data[k] =
      finite.length > 0 ? finite.reduce((a, b) => Math.max(a, b)) : chord < Infinity ? chord : 0;
  }
  return steepest;
}
