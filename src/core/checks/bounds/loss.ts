import { absolute, type Matrix, map, scalar, zip } from '../../math/matrix';
import { gradientOf } from '../../model/names';
import { losses } from '../../operations/losses';
import { exact, type Magnitude } from '../magnitude';
import { roundingIn } from '../rounding';
import type { Around, Bounds } from './bounds';

/** dA[L], whether the pass has it or not. */
const gradient = ({ node, value }: Around): Matrix => absolute(value(gradientOf(node.input)));

/** |J|, and how far it moves with A. */
function termsOfCost({ node, model, value }: Around): Matrix {
  const A = value(node.input);
  const dA = losses[model.loss].gradient(A, model.Y);
  let sum = 0;
  for (let k = 0; k < A.data.length; k++) sum += Math.abs(dA.data[k]! * A.data[k]!) / A.cols;
  const cost = Math.abs(value(node.output).data[0]!);
  return scalar(sum < Infinity ? cost + sum : cost, 'float64');
}

/**
 * How far J may be off by rounding, if each cell of A[L] may be off by e. Near 1 − A = 0 it depends on the last digits of
 * A. Infinity where A might be beyond what the loss can take.
 */
function noiseOfCost({ node, model: { loss, Y }, value }: Around, e: Matrix): Matrix {
  const { cost, gradient } = losses[loss];
  const A = value(node.input);
  const signs = gradient(A, Y);
  const J = cost(A, Y);
  const [below, above] = [-1, 1].map((way) => {
    const aside = map(A, (a) => a);
    for (let k = 0; k < aside.data.length; k++)
      aside.data[k]! += way * Math.sign(signs.data[k]!) * e.data[k]!;
    return Math.abs(cost(aside, Y) - J);
  });
  const noise = Math.max(below!, above!) + roundingIn(Math.abs(J), A.data.length);
  return scalar(noise < Infinity ? noise : Infinity, 'float64');
}

/** How far to each side of A dA is looked at, as a part of A. */
const SHARE = 2 ** -26;

/** dA[L], and how far it moves with A: it divides by 1 − A, of which little may be left. */
function movingGradient(at: Around): Magnitude {
  const { node, model, value } = at;
  const slope = (times: number) =>
    losses[model.loss].gradient(
      map(value(node.input), (a) => a * times, 'float64'),
      model.Y,
    );
  const slips = zip(slope(1 - SHARE), slope(1), (beside, there) => {
    const moved = Math.abs(there - beside) / SHARE;
    return moved < Infinity ? moved : 0;
  });
  return { ...exact(gradient(at)), slips };
}

/** J and dA[L]. */
export const loss: Bounds = {
  forward: (at) => [[at.node.output, termsOfCost(at)]],
  error: noiseOfCost,
  input: (at) => exact(gradient(at)),
  others: () => [],
  betweenPrograms: movingGradient,
};

/** J and dZ[L] = A[L] − Y at once, which subtracts |A| + |Y|. */
export const fusedLoss: Bounds = {
  ...loss,
  others({ node, model: { Y }, value }) {
    const A = value(node.input);
    const dZ = {
      ...exact(absolute(zip(A, Y, (a, y) => a - y))),
      slips: zip(absolute(A), absolute(Y), (a, y) => a + y),
    };
    return [[gradientOf(node.over!.input), dZ]];
  },
};
