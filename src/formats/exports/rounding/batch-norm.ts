import { type Matrix, zip } from '../../../core/math/matrix';
import { rowMeans } from '../../../core/math/means';
import { gradientOf, named } from '../../../core/model/names';
import type { Node } from '../../../core/operations';
import { eachRow, statisticsOf } from '../../../core/operations/normalise';
import { larger, magnitudes, plus, scaled, times, wide } from './bounds';
import { ofSum, type Pass, setBackward, UNITS } from './pass';

/** A column's number in every cell of its row of x. */
const alongRows = (column: Matrix, x: Matrix): Matrix => eachRow(wide(x), (_, i) => column.data[i]!);

/** By how much f of a column moves where x moves by as much as it may be off, either way; x is never below 0. */
function moves(f: (x: number) => number, x: Matrix, off: Matrix): Matrix {
  const by = (sign: number) => zip(wide(x), off, (a, d) => Math.abs(f(Math.max(0, a + sign * d)) - f(a)));
  return larger(by(-1), by(1));
}

/** By how much μ, σ, Znorm and Ztilde may be off. */
export function batchNormForward(pass: Pass, { input, output, layer: l }: Node): void {
  const { model, unit, offs, get } = pass;
  const { epsilon } = model.layers[l - 1]!.batch_norm!;
  const Z = wide(get(input));
  const sum = ofSum(pass, Z.cols);
  const { mean, variance, std, inv_std } = statisticsOf(Z, epsilon);
  const ofMean = rowMeans(plus(offs.get(input)!, scaled(Z, sum)));
  const centred = zip(Z, alongRows(mean, Z), (z, mu) => z - mu);
  const ofCentred = plus(
    plus(offs.get(input)!, alongRows(ofMean, Z)),
    scaled(plus(magnitudes(Z), magnitudes(alongRows(mean, Z))), unit),
  );
  const ofSquares = zip(magnitudes(centred), ofCentred, (c, off) => 2 * c * off + off * off);
  const ofVariance = plus(rowMeans(ofSquares), scaled(variance, sum + UNITS * unit));
  const ofStd = plus(
    moves((v) => Math.sqrt(v + epsilon), variance, ofVariance),
    scaled(std, UNITS * unit),
  );
  const ofInverse = plus(
    moves((s) => 1 / s, std, ofStd),
    scaled(inv_std, UNITS * unit),
  );
  const Znorm = get(named('Znorm', l));
  const [inverse, off] = [alongRows(inv_std, Z), alongRows(ofInverse, Z)];
  const ofZnorm = plus(
    plus(times(ofCentred, plus(inverse, off)), times(magnitudes(centred), off)),
    scaled(Znorm, UNITS * unit),
  );
  const [gamma, beta] = (['gamma', 'beta'] as const).map((kind) =>
    alongRows(magnitudes(get(named(kind, l))), Z),
  );
  const terms = plus(times(gamma!, magnitudes(Znorm)), beta!);
  for (const [kind, of] of [
    ['mean', ofMean],
    ['centred', ofCentred],
    ['variance', ofVariance],
    ['std', ofStd],
    ['inv_std', ofInverse],
    ['Znorm', ofZnorm],
  ] as const)
    offs.set(named(kind, l), of);
  offs.set(output, plus(times(gamma!, ofZnorm), scaled(terms, UNITS * unit)));
}

/** By how much dγ, dβ, dZnorm and dZ may be off, whether dZ comes at once or in stages. */
export function batchNormBackward(pass: Pass, { input, output, layer: l }: Node): void {
  const { unit, offs, get } = pass;
  const [above, ofAbove] = [magnitudes(get(gradientOf(output))), offs.get(gradientOf(output))!];
  const [Znorm, ofZnorm] = [magnitudes(get(named('Znorm', l))), offs.get(named('Znorm', l))!];
  const sum = ofSum(pass, above.cols);
  /** Of the row mean of d ⊙ Znorm. */
  const ofProducts = (d: Matrix, ofD: Matrix) =>
    rowMeans(
      plus(
        plus(times(ofD, plus(Znorm, ofZnorm)), times(d, ofZnorm)),
        scaled(times(d, Znorm), sum + UNITS * unit),
      ),
    );
  setBackward(pass, named('dgamma', l), ofProducts(above, ofAbove));
  setBackward(pass, named('dbeta', l), rowMeans(plus(ofAbove, scaled(above, sum))));
  const gamma = alongRows(magnitudes(get(named('gamma', l))), above);
  const dZnorm = magnitudes(get(named('dZnorm', l)));
  const ofDZnorm = plus(times(gamma, ofAbove), scaled(dZnorm, UNITS * unit));
  setBackward(pass, named('dZnorm', l), ofDZnorm);
  // dZnorm − its mean − Znorm · mean of dZnorm ⊙ Znorm, three terms that can cancel.
  const across = (column: Matrix) => alongRows(column, above);
  const products = across(rowMeans(times(dZnorm, Znorm)));
  const terms = plus(plus(dZnorm, across(rowMeans(dZnorm))), times(Znorm, products));
  const ofTerms = plus(
    plus(ofDZnorm, across(rowMeans(plus(ofDZnorm, scaled(dZnorm, sum))))),
    plus(times(ofZnorm, products), times(plus(Znorm, ofZnorm), across(ofProducts(dZnorm, ofDZnorm)))),
  );
  const inverse = across(wide(get(named('inv_std', l))));
  const ofInverse = across(offs.get(named('inv_std', l))!);
  setBackward(
    pass,
    gradientOf(input),
    plus(
      times(plus(inverse, ofInverse), plus(ofTerms, scaled(terms, 2 * UNITS * unit))),
      times(ofInverse, terms),
    ),
  );
}
