import { type Matrix, zeros } from '../math/matrix';
import { meanOfRows, rowMeans } from '../math/means';
import { sumIn } from '../math/round';

/** f of every cell and the number of its row, stored as the matrix is. */
export function eachRow(matrix: Matrix, f: (x: number, i: number) => number): Matrix {
  const { rows, cols, type, data } = matrix;
  const out = zeros(rows, cols, type);
  for (let i = 0, k = 0; i < rows; i++) for (const end = k + cols; k < end; k++) out.data[k] = f(data[k]!, i);
  return out;
}

/** Mean, variance σ², √(σ² + ε) and its inverse of each row of Z (n, m), over the examples: columns (n, 1). */
export function statisticsOf(Z: Matrix, epsilon: number) {
  const mean = rowMeans(Z);
  const variance = meanOfRows(Z, (k) => (Z.data[k]! - mean.data[Math.floor(k / Z.cols)]!) ** 2);
  const std = eachRow(variance, (v) => Math.sqrt(v + epsilon));
  return { mean, variance, std, inv_std: eachRow(std, (s) => 1 / s) };
}

/** Z − μ */
export const centred = (Z: Matrix, mean: Matrix): Matrix => eachRow(Z, (z, i) => z - mean.data[i]!);

/** (Z − μ)/σ */
export const normalised = (Z: Matrix, mean: Matrix, inv_std: Matrix): Matrix =>
  eachRow(Z, (z, i) => (z - mean.data[i]!) * inv_std.data[i]!);

/**
 * dZ from dZnorm (n, m): (dZnorm − mean of dZnorm − Znorm · mean of dZnorm ⊙ Znorm)/σ, the three ways through Z, μ and
 * σ² put together.
 */
export function throughStatistics(dZnorm: Matrix, Znorm: Matrix, inv_std: Matrix): Matrix {
  const { rows, cols, type, data } = dZnorm;
  const dZ = zeros(rows, cols, type);
  for (let i = 0; i < rows; i++) {
    const sum = sumIn(type, cols, (j) => data[i * cols + j]!);
    const sumOfProducts = sumIn(type, cols, (j) => data[i * cols + j]! * Znorm.data[i * cols + j]!);
    for (let k = i * cols; k < (i + 1) * cols; k++)
      dZ.data[k] = inv_std.data[i]! * (data[k]! - sum / cols - (Znorm.data[k]! * sumOfProducts) / cols);
  }
  return dZ;
}

/** What code in stages keeps of a batch norm, each (n, m) or (n, 1). */
export interface Stages {
  readonly centred: Matrix;
  readonly inv_std: Matrix;
  readonly std: Matrix;
  readonly variance: Matrix;
}

/** The same dZ stage by stage, each undoing one of the way forward, as students write it. */
export function throughStages(dZnorm: Matrix, stages: Stages, epsilon: number): Matrix {
  const { rows, cols, type, data } = dZnorm;
  const dZ = zeros(rows, cols, type);
  for (let i = 0; i < rows; i++) {
    const [inverse, std] = [stages.inv_std.data[i]!, stages.std.data[i]!];
    const dInverse = sumIn(type, cols, (j) => data[i * cols + j]! * stages.centred.data[i * cols + j]!);
    const dStd = -dInverse / std ** 2;
    const dVariance = dStd / (2 * Math.sqrt(stages.variance.data[i]! + epsilon));
    const dCentred = (k: number) => data[k]! * inverse + (2 * stages.centred.data[k]! * dVariance) / cols;
    const dMean = sumIn(type, cols, (j) => -dCentred(i * cols + j));
    for (let k = i * cols; k < (i + 1) * cols; k++) dZ.data[k] = dCentred(k) + dMean / cols;
  }
  return dZ;
}
