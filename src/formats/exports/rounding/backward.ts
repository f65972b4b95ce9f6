import { activationOf, activations } from '../../../core/activations';
import { absolute, type Matrix, rowMeans } from '../../../core/matrix';
import { canFuse, isFused } from '../../../core/model';
import { multiply, transposed } from '../../../core/multiply';
import { plus, scaled, times, wide } from './bounds';
import { ofSum, type Pass, slopesAt, UNITS } from './pass';
import { slopeOff } from './slopes';

/** By how much dZ[l], dW[l], db[l] and dA[l−1] may be off. */
export function backward(pass: Pass, l: number): void {
  const { offs, get } = pass;
  const ofDZ = gradientOff(pass, l);
  offs.set(`dZ${l}`, ofDZ);
  const [dZ, A_prev, W] = [`dZ${l}`, `A${l - 1}`, `W${l}`].map((name) => absolute(get(name)));
  const m = dZ!.cols;
  // dZ · A_prev, each of which may be off, and the sum rounds.
  const ofTerms = plus(ofDZ, scaled(dZ!, ofSum(pass, m)));
  const fromA = multiply(plus(dZ!, ofDZ), transposed(offs.get(`A${l - 1}`)!), 'float64', { dividedBy: m });
  offs.set(`dW${l}`, plus(multiply(ofTerms, transposed(A_prev!), 'float64', { dividedBy: m }), fromA));
  offs.set(`db${l}`, rowMeans(ofTerms));
  if (l > 1)
    offs.set(
      `dA${l - 1}`,
      multiply(transposed(W!), plus(ofDZ, scaled(dZ!, ofSum(pass, W!.rows))), 'float64'),
    );
}

function gradientOff(pass: Pass, l: number): Matrix {
  const { model, unit, offs, get } = pass;
  const layer = model.layers[l - 1]!;
  const [A, dZ] = [get(`A${l}`), get(`dZ${l}`)];
  // What A is off by in 1/(1 − A) cancels in s(1 − s), which every program takes of the same number; the stable form not.
  const cancels = canFuse(model) && (isFused(model) || layer.route !== 'Z_stable');
  if (l === model.layers.length && cancels)
    return plus(offs.get(`A${l}`)!, scaled(plus(absolute(A), absolute(get('Y'))), 2 * UNITS * unit));
  const [dA, ofDA] = [absolute(get(`dA${l}`)), offs.get(`dA${l}`)!];
  if (activationOf(layer) === activations.softmax) return throughSoftmax(pass, l, dA, ofDA);
  const slopes = absolute(slopesAt(pass, l, 'Z')(wide(get(`Z${l}`))));
  const ofSlopes = times(plus(dA, ofDA), slopeOff(pass, l));
  return plus(plus(times(slopes, ofDA), ofSlopes), scaled(dZ, UNITS * unit));
}

/** Of a ⊙ (dA − Σ a dA), down each column. */
function throughSoftmax({ unit, offs, get }: Pass, l: number, dA: Matrix, ofDA: Matrix): Matrix {
  const [A, ofA] = [wide(get(`A${l}`)), offs.get(`A${l}`)!];
  const terms = plus(
    plus(times(ofA, plus(dA, ofDA)), times(A, ofDA)),
    scaled(times(A, dA), 2 * UNITS * unit),
  );
  const total = columnSums(terms);
  const dot = columnSums(times(A, dA));
  return plus(terms, plus(times(plus(A, ofA), total), times(plus(ofA, scaled(A, UNITS * unit)), dot)));
}

/** The sum of each column, in every cell of it. */
function columnSums(x: Matrix): Matrix {
  const sums = new Float64Array(x.cols);
  x.data.forEach((value, k) => {
    sums[k % x.cols]! += value;
  });
  return { ...x, data: Float64Array.from(x.data, (_, k) => sums[k % x.cols]!) };
}
