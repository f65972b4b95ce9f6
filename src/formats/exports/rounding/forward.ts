import { activationOf, activations } from '../../../core/activations';
import { type Matrix, scalar, zip } from '../../../core/math/matrix';
import { multiply } from '../../../core/math/multiply';
import { losses } from '../../../core/operations/losses';
import { columnSums, larger, magnitudes, plus, scaled, spread, times, told, wide } from './bounds';
import { ofSum, type Pass, UNITS } from './pass';
import { besidePoles } from './poles';

/** By how much Z[l] and A[l] may be off. */
export function forward(pass: Pass, l: number): void {
  const { model, unit, offs, get } = pass;
  const layer = model.layers[l - 1]!;
  const [A_prev, W, b, Z] = [`A${l - 1}`, `W${l}`, `b${l}`, `Z${l}`].map((name) => magnitudes(get(name)));
  const sums = multiply(W!, A_prev!, 'float64', { plus: b! });
  const given = multiply(W!, offs.get(`A${l - 1}`)!, 'float64');
  const ofZ = plus(given, scaled(sums, ofSum(pass, W!.cols + 1)));
  offs.set(`Z${l}`, ofZ);
  // Formulas begin with a sum or a multiple of Z, which rounds before g comes to it.
  const within = larger(ofZ, scaled(Z!, 2 * unit));
  const g = activationOf(layer);
  const ofA =
    g === activations.softmax
      ? throughSoftmax(get(`A${l}`), within)
      : spread((z) => g.forward(z, layer.alpha), get(`Z${l}`), within);
  // What folds is z times something, or a sine: near its zeros terms as large as Z cancel.
  const folds = !activationOf(layer)
    .routes(layer.alpha)
    .some((route) => route === 'A' || route === 'mask');
  const terms = folds && layer.activation !== 'linear' ? larger(magnitudes(get(`A${l}`)), Z!) : get(`A${l}`);
  offs.set(`A${l}`, plus(ofA, scaled(terms, UNITS * unit)));
}

/** da_i = a_i (dz_i − Σ a_k dz_k), whatever the signs of what the cells of a column are off by. */
const throughSoftmax = (A: Matrix, off: Matrix): Matrix => {
  const a = magnitudes(A);
  return times(a, plus(off, columnSums(times(a, off))));
};

/** By how much J may be off, and dA[L] where the way back begins with it. */
export function output(pass: Pass, l: number, fused: boolean): void {
  const { model, unit, offs, get } = pass;
  const { cost, gradient } = losses[model.loss];
  const [A, Y, off] = [get(`A${l}`), get('Y'), offs.get(`A${l}`)!];
  // Each cell's part in m · J, alone: errors of one sign in all of A can cancel.
  const one = (x: number) => scalar(x, 'float64');
  const parts = (a: Matrix): Matrix => zip(a, Y, (x, y) => cost(one(x), one(y)));
  const ofParts = plus(spread(parts, A, off), scaled(parts(wide(A)), ofSum(pass, A.rows * A.cols)));
  let total = 0;
  for (const x of ofParts.data) total += x / A.cols;
  offs.set('cost', told(scalar(total, 'float64'), get('cost')));
  if (!fused) {
    const dA = get(`dA${l}`);
    const ofDA = plus(
      besidePoles((a) => gradient(a, Y), A, off),
      scaled(dA, UNITS * unit),
    );
    offs.set(`dA${l}`, told(ofDA, dA));
  }
}
