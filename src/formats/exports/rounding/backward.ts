import { activationOf, activations } from '../../../core/activations';
import { type Matrix, map, rowMeans, zip } from '../../../core/math/matrix';
import { multiply, transposed } from '../../../core/math/multiply';
import { canFuse, isFused } from '../../../core/model/model';
import type { BufferName } from '../../../core/model/names';
import { losses } from '../../../core/operations/losses';
import { columnSums, magnitudes, plus, scaled, times, told, wide } from './bounds';
import { ofSum, type Pass, slopesAt, UNITS } from './pass';
import { besidePoles } from './poles';
import { slopeOff } from './slopes';

/** By how much dZ[l], dW[l], db[l] and dA[l−1] may be off. */
export function backward(pass: Pass, l: number): void {
  const { offs, get } = pass;
  const set = (name: BufferName, off: Matrix) => offs.set(name, told(aboveUnderflow(pass, off), get(name)));
  set(`dZ${l}`, gradientOff(pass, l));
  const ofDZ = offs.get(`dZ${l}`)!;
  const [dZ, A_prev, W] = [`dZ${l}`, `A${l - 1}`, `W${l}`].map((name) => magnitudes(get(name)));
  const m = dZ!.cols;
  // dZ · A_prev, each of which may be off, and the sum rounds.
  const ofTerms = plus(ofDZ, scaled(dZ!, ofSum(pass, m)));
  const fromA = multiply(plus(dZ!, ofDZ), transposed(offs.get(`A${l - 1}`)!), 'float64', { dividedBy: m });
  set(`dW${l}`, plus(multiply(ofTerms, transposed(A_prev!), 'float64', { dividedBy: m }), fromA));
  set(`db${l}`, rowMeans(ofTerms));
  if (l > 1)
    set(`dA${l - 1}`, multiply(transposed(W!), plus(ofDZ, scaled(dZ!, ofSum(pass, W!.rows))), 'float64'));
}

/** Whatever is smaller than the smallest number of the format is 0 in one program, and that number in another. */
const aboveUnderflow = ({ unit }: Pass, off: Matrix): Matrix =>
  map(off, (x) => x + UNITS * (unit === 2 ** -24 ? 2 ** -149 : 2 ** -1074));

function gradientOff(pass: Pass, l: number): Matrix {
  const { model, unit, offs, get } = pass;
  const layer = model.layers[l - 1]!;
  const cancels = canFuse(model) && (isFused(model) || layer.route !== 'Z_stable');
  if (l === model.layers.length && cancels) return atOutput(pass, l);
  const [dA, ofDA] = [magnitudes(get(`dA${l}`)), offs.get(`dA${l}`)!];
  if (activationOf(layer) === activations.softmax) return throughSoftmax(pass, l, dA, ofDA);
  const slopes = magnitudes(slopesAt(pass, l, 'Z')(wide(get(`Z${l}`))));
  const ofSlopes = times(plus(dA, ofDA), slopeOff(pass, l));
  const off = plus(plus(times(slopes, ofDA), ofSlopes), scaled(get(`dZ${l}`), UNITS * unit));
  // The stable form is a number where another program has 0, and ∞ · 0 is NaN.
  return layer.route === 'Z_stable'
    ? zip(off, get(`dA${l}`), (x, d) => (Number.isFinite(d) ? x : Infinity))
    : off;
}

/**
 * Of A − Y. What A is off by in 1/(1 − A) cancels in s(1 − s), which every program takes of the same number; but where A
 * is the last number below 1, another program can have 1, and ∞ · 0. The stable form does not cancel.
 */
function atOutput({ model, unit, offs, get }: Pass, l: number): Matrix {
  const [A, Y] = [get(`A${l}`), get('Y')];
  const off = plus(offs.get(`A${l}`)!, scaled(plus(magnitudes(A), magnitudes(Y)), 2 * UNITS * unit));
  if (isFused(model)) return off;
  const nearPole = besidePoles((a) => losses[model.loss].gradient(a, Y), A, scaled(A, 1.5 * unit));
  return zip(off, nearPole, (x, pole) => (pole === Infinity ? Infinity : x));
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
