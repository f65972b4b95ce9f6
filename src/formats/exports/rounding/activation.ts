import { activationOf, activations } from '../../../core/activations';
import { type Matrix, map, zip } from '../../../core/math/matrix';
import { canFuse, isFused } from '../../../core/model/model';
import { type BufferName, gradientOf, named } from '../../../core/model/names';
import type { Node } from '../../../core/operations';
import { losses } from '../../../core/operations/losses';
import { columnSums, larger, magnitudes, plus, scaled, spread, times, wide } from './bounds';
import { inUnits, type Pass, setBackward, slopesAt, UNITS } from './pass';
import { besidePoles } from './poles';
import { slopeOff } from './slopes';

/** By how much A = g(Z), with batch norm g(Ztilde), may be off. */
export function activationForward(pass: Pass, { input, output, layer: l }: Node): void {
  const { model, unit, offs, get } = pass;
  const layer = model.layers[l - 1]!;
  const Z = magnitudes(get(input));
  // Formulas begin with a sum or a multiple of Z, which rounds before g comes to it.
  const within = larger(offs.get(input)!, scaled(Z, 2 * unit));
  const g = activationOf(layer);
  const ofA =
    g === activations.softmax
      ? columnsOff(get(output), within)
      : spread((z) => g.forward(z, layer.alpha), get(input), within);
  // What folds is z times something, or a sine: near its zeros terms as large as Z cancel.
  const routes = g.routes(layer.alpha);
  const folds = routes.length > 0 && !routes.some((route) => route === 'A' || route === 'mask');
  const terms = folds ? larger(magnitudes(get(output)), Z) : get(output);
  const ofFormula = g.rounding ? map(wide(get(input)), (z) => inUnits(g.rounding!(z), unit)) : scaled(Z, 0);
  offs.set(output, plus(plus(ofA, ofFormula), scaled(terms, UNITS * unit)));
}

/** da_i = a_i (dz_i − Σ a_k dz_k), whatever the signs of what the cells of a column are off by. */
const columnsOff = (A: Matrix, off: Matrix): Matrix => {
  const a = magnitudes(A);
  return times(a, plus(off, columnSums(times(a, off))));
};

/** By how much the gradient of what g was given may be off. */
export function activationBackward(pass: Pass, node: Node): void {
  setBackward(pass, gradientOf(node.input), gradientOff(pass, node));
}

function gradientOff(pass: Pass, { input, output, layer: l }: Node): Matrix {
  const { model, unit, offs, get } = pass;
  const layer = model.layers[l - 1]!;
  const cancels = canFuse(model) && (isFused(model) || layer.route !== 'Z_stable');
  if (l === model.layers.length && cancels) return atOutput(pass, output);
  const [dA, ofDA] = [magnitudes(get(gradientOf(output))), offs.get(gradientOf(output))!];
  if (activationOf(layer) === activations.softmax) return throughSoftmax(pass, output, dA, ofDA);
  const slopes = magnitudes(slopesAt(pass, l, 'Z')(wide(get(input))));
  const ofSlopes = times(plus(dA, ofDA), slopeOff(pass, l));
  const off = plus(plus(times(slopes, ofDA), ofSlopes), scaled(get(gradientOf(input)), UNITS * unit));
  // The stable form is a number where another program has 0, and ∞ · 0 is NaN.
  return layer.route === 'Z_stable'
    ? zip(off, get(gradientOf(output)), (x, d) => (Number.isFinite(d) ? x : Infinity))
    : off;
}

/**
 * Of A − Y. What A is off by in 1/(1 − A) cancels in s(1 − s), which every program takes of the same number; but where A
 * is the last number below 1, another program can have 1, and ∞ · 0. The stable form does not cancel.
 */
function atOutput({ model, unit, offs, get }: Pass, output: BufferName): Matrix {
  const [A, Y] = [get(output), get('Y')];
  const off = plus(offs.get(output)!, scaled(plus(magnitudes(A), magnitudes(Y)), 2 * UNITS * unit));
  if (isFused(model)) return off;
  const nearPole = besidePoles((a) => losses[model.loss].gradient(a, Y), A, scaled(A, 1.5 * unit));
  return zip(off, nearPole, (x, pole) => (pole === Infinity ? Infinity : x));
}

/** Of a ⊙ (dA − Σ a dA), down each column. */
function throughSoftmax({ unit, offs, get }: Pass, output: BufferName, dA: Matrix, ofDA: Matrix): Matrix {
  const [A, ofA] = [wide(get(output)), offs.get(output)!];
  const terms = plus(
    plus(times(ofA, plus(dA, ofDA)), times(A, ofDA)),
    scaled(times(A, dA), 2 * UNITS * unit),
  );
  const total = columnSums(terms);
  const dot = columnSums(times(A, dA));
  return plus(terms, plus(times(plus(A, ofA), total), times(plus(ofA, scaled(A, UNITS * unit)), dot)));
}

/** By how much the mask or the slope of a cache may be off. */
export function derivedOff(pass: Pass, { layer: l }: Node): void {
  for (const kind of ['mask', 'slope'] as const) {
    if (!pass.has(named(kind, l))) continue;
    const off = slopeOff(pass, l);
    // A bit can be the other one where the slope can, beside a kink.
    pass.offs.set(named(kind, l), kind === 'slope' ? off : zip(off, off, (x) => Number(x > 1e-3)));
  }
}
