import { absolute, type Matrix, map, zip } from '../../math/matrix';
import { rowMeans } from '../../math/means';
import { named } from '../../model/names';
import { eachRow } from '../../operations/normalise';
import { each, type Magnitude, roundingsNear0 } from '../magnitude';
import { roundingIn } from '../rounding';
import type { Around, Bounds } from './bounds';

const times = (a: Matrix, b: Matrix): Matrix => zip(a, b, (x, y) => x * y);
const plus = (a: Matrix, b: Matrix): Matrix => zip(a, b, (x, y) => x + y);

/** What the bounds of a batch norm are computed from: |Znorm| (n, m), 1/σ and |γ|, columns (n, 1). */
const partsOf = ({ node: { layer: l }, value }: Around) => ({
  size: absolute(value(named('Znorm', l))),
  inverse: value(named('inv_std', l)),
  gamma: absolute(value(named('gamma', l))),
});

/** Each row times the number of a column. */
const rowsTimes = (column: Matrix, matrix: Matrix): Matrix => eachRow(matrix, (x, i) => x * column.data[i]!);

/**
 * (t + mean of t + |Znorm| · mean of t ⊙ |Znorm|)/σ, what the three ways through Z, μ and σ² come to if they never
 * cancel. It bounds how far Znorm moves with Z to first order, and dZ with dZnorm: the Jacobian of a row is symmetric.
 */
function throughStatistics(at: Around, t: Matrix): Matrix {
  const { size, inverse } = partsOf(at);
  const [mean, along] = [rowMeans(t), rowMeans(times(t, size))];
  const sums = eachRow(t, (x, i) => x + mean.data[i]!);
  return rowsTimes(inverse, plus(sums, rowsTimes(along, size)));
}

/** (|Z| + mean of |Z|)/σ: what Znorm subtracts, in its own measure. */
function subtracted(at: Around): Matrix {
  const Z = absolute(at.value(at.node.input));
  const mean = rowMeans(Z);
  return rowsTimes(
    partsOf(at).inverse,
    eachRow(Z, (z, i) => z + mean.data[i]!),
  );
}

/** |γ| · + |γ Znorm| + |β|, from what Znorm sums to what Ztilde does. */
function scaled(at: Around, ofZnorm: Matrix): Matrix {
  const { size, gamma } = partsOf(at);
  const beta = absolute(at.value(named('beta', at.node.layer)));
  return eachRow(rowsTimes(gamma, plus(ofZnorm, size)), (x, i) => x + beta.data[i]!);
}

/** What the stages of the way back lose near 0: each is a product or a sum over m, and is divided by σ, or σ², later. */
function belowStages(at: Around, { terms }: Magnitude): Matrix {
  const { inverse } = partsOf(at);
  const lost = eachRow(terms, (_, i) => roundingsNear0(terms.cols) * (1 + inverse.data[i]!));
  return throughStatistics(at, lost);
}

/** The magnitude of dZnorm = γ dZtilde. */
const normalisedOf = (at: Around, d: Magnitude): Magnitude =>
  each(d, (part) => rowsTimes(partsOf(at).gamma, part));

/**
 * Znorm = (Z − μ)/σ and Ztilde = γ Znorm + β. On the way back dZ is what is left of dZnorm once its mean and its part
 * along Znorm are taken away: with two examples, all but nothing. So b, which μ takes away again, has a db that is
 * rounding alone, and is small beside what dZ sums.
 */
export const batchNorm: Bounds = {
  cancels: true,
  forward(at, given) {
    const { size } = partsOf(at);
    const ofZnorm = given ? plus(throughStatistics(at, given), size) : size;
    return [
      [named('Znorm', at.node.layer), ofZnorm],
      [at.node.output, scaled(at, ofZnorm)],
    ];
  },
  error(at, given) {
    const { size, gamma } = partsOf(at);
    const Z = absolute(at.value(at.node.input));
    const inherited = throughStatistics(
      at,
      zip(given, Z, (e, z) => e + roundingIn(z)),
    );
    const own = map(scaled(at, size), roundingIn);
    return plus(rowsTimes(gamma, inherited), own);
  },
  input(at, d) {
    const { size, inverse } = partsOf(at);
    const dZnorm = normalisedOf(at, d);
    const dZ = each(dZnorm, (part) => throughStatistics(at, part));
    // Znorm itself is a difference, and off by some units of what it subtracts.
    const slip = subtracted(at);
    const along = rowMeans(times(dZnorm.terms, size));
    const across = rowMeans(times(dZnorm.terms, slip));
    const own = rowsTimes(inverse, plus(rowsTimes(along, slip), rowsTimes(across, size)));
    // The difference is off by some units of what it subtracts, and all that is computed from it further down with it.
    const slips = plus(plus(dZ.slips, own), dZ.terms);
    return { ...dZ, slips, underflows: plus(dZ.underflows, belowStages(at, d)) };
  },
  others(at, d) {
    const { layer: l } = at.node;
    const { size } = partsOf(at);
    const dgamma = each(d, (part) => rowMeans(times(part, size)));
    const own = rowMeans(times(d.terms, subtracted(at)));
    return [
      [named('dZnorm', l), normalisedOf(at, d)],
      [named('dgamma', l), { ...dgamma, slips: plus(dgamma.slips, own) }],
      [named('dbeta', l), each(d, rowMeans)],
    ];
  },
};
