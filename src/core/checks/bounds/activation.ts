import { activationOf, cacheReadBy } from '../../activations';
import { absolute, type Matrix, map, zip } from '../../math/matrix';
import type { Layer } from '../../model/model';
import { crossesKink } from '../differences/kinks';
import { each, type Magnitude } from '../magnitude';
import { roundingIn } from '../rounding';
import { steepnessNear } from '../steepness';
import type { Around, Bounds } from './bounds';

/** slope · d; where the slope is 0, not even NaN passes. */
const timesSlope = (slope: number, d: number): number => (slope === 0 ? 0 : slope * d);

/**
 * a ⊙ (t + Σ a t), column by column: what softmax sums on the way back, where t is dA, and how far its outputs move,
 * where t is how far Z does. Its Jacobian diag(a) − a aᵀ is symmetric.
 */
function throughColumns(A: Matrix, t: Matrix): Matrix {
  const sums = new Float64Array(A.cols);
  A.data.forEach((a, k) => {
    sums[k % A.cols]! += timesSlope(a, t.data[k]!);
  });
  const out = map(t, (x) => x);
  for (let k = 0; k < out.data.length; k++)
    out.data[k] = timesSlope(A.data[k]!, t.data[k]! + sums[k % A.cols]!);
  return out;
}

/** |g′| ⊙ d, and how far it is off where Z stands at a kink or g′ is a difference. */
function throughSlopes({ node, of, value }: Around, d: Magnitude): Magnitude {
  const { steepest, jump } = steepnessNear(of, value(node.input));
  const passed = each(d, (part) => zip(steepest, part, timesSlope));
  const bent = zip(jump, d.terms, timesSlope);
  const through = { ...passed, jumps: zip(passed.jumps, bent, (inherited, own) => inherited + own) };
  // A slope of two values is chosen, and a straight line has one everywhere: nothing is subtracted.
  const routes = activationOf(of).routes(of.alpha);
  if (routes.length === 0 || routes.includes('mask')) return through;
  const own = zip(openTo(of, value(node.input)), d.terms, timesSlope);
  return { ...through, slips: zip(through.slips, own, (slip, x) => slip + x) };
}

/** 1 where an activation lets something pass, 0 where its slope is 0 by a comparison and dA is not even looked at. */
function openTo(layer: Layer, Z: Matrix): Matrix {
  const cache = cacheReadBy(new Set(['Z']), () => Z);
  const passed = activationOf(layer).backward(
    cache,
    map(Z, () => Number.NaN),
    layer.alpha,
  );
  return map(passed, (x) => (x === 0 ? 0 : 1));
}

/** How far g is from itself where each z is off by e, by g alone; and its own roundings. */
function errorOfCells({ node, of, value }: Around, e: Matrix): Matrix {
  const { forward, rounding } = activationOf(of);
  const Z = value(node.input);
  const A = forward(Z, of.alpha);
  const aside = (sign: number) => zip(Z, e, (z, by) => z + sign * by);
  const [below, above] = [forward(aside(-1), of.alpha), forward(aside(1), of.alpha)];
  const error = map(A, (a) => roundingIn(Math.abs(a)));
  for (let k = 0; k < error.data.length; k++) {
    const moved = ({ data }: Matrix) => Math.abs(data[k]! - A.data[k]!);
    error.data[k]! += Math.max(moved(below), moved(above)) + (rounding?.(Z.data[k]!) || 0);
  }
  return error;
}

/** The part of a number of which 1,024 units in the last place are eight units of the number itself. */
const FEW_UNITS = 1 / 128;

/**
 * What g subtracts in the form in which people write it, where little may be left: the 1 in e^z − 1, and the z in
 * z (1 + erf(z/√2)). A g that chooses among straight lines subtracts nothing.
 */
function writtenTerms({ node, of, value }: Around): Matrix {
  const Z = value(node.input);
  const routes = activationOf(of).routes(of.alpha);
  const isStraight = routes.length === 0 || routes.includes('mask');
  return map(Z, (z) => (isStraight ? 0 : FEW_UNITS * (1 + Math.abs(z))));
}

/** A = g(Z), and dZ = dA ⊙ g′ or, where columns are mixed, what softmax sums. */
export const activation: Bounds = {
  forward(at, given) {
    const A = absolute(at.value(at.node.output));
    const t = given ?? map(A, () => 0);
    const moved = activationOf(at.of).mixesColumns
      ? throughColumns(A, t)
      : zip(steepnessNear(at.of, at.value(at.node.input)).steepest, t, (slope, by) => slope * by);
    const terms = zip(moved, A, (by, a) => by + a);
    return [[at.node.output, zip(terms, writtenTerms(at), (by, written) => by + written)]];
  },
  error(at, given) {
    if (!activationOf(at.of).mixesColumns) return errorOfCells(at, given);
    const A = absolute(at.value(at.node.output));
    return zip(throughColumns(A, given), A, (by, a) => by + roundingIn(a));
  },
  input(at, d) {
    if (!activationOf(at.of).mixesColumns) return throughSlopes(at, d);
    const A = at.value(at.node.output);
    return each(d, (part) => throughColumns(A, part));
  },
  others: () => [],
  crossesKink: ({ node, of, value }, low, high) =>
    crossesKink({ layer: of, at: value(node.input), low, high }),
};
