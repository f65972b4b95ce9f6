import { cell as at, type Matrix } from '../../core/math/matrix';
import { gradientOf, type Kind, named, parseName } from '../../core/model/names';
import type { StepRows } from '../../core/operations';
import { normalised } from '../../core/operations/normalise';
import type { Step } from '../../core/pass/trace';
import { givenBy, matrixIn, meanOf, type Reckon, upTo } from './reckoning';

const of = (step: Step, kind: Kind): Matrix => matrixIn(step, named(kind, step.layer));

const has = ({ reads, writes }: Step, kind: Kind): boolean =>
  [...reads, ...writes].some(({ name }) => parseName(name).kind === kind);

/** Znorm as a step has it: read, written, or worked out from Z, μ and 1/σ. */
const Znorm = (step: Step): Matrix =>
  has(step, 'Znorm') ? of(step, 'Znorm') : normalised(of(step, 'Z'), of(step, 'mean'), of(step, 'inv_std'));

const meanOfRow = ({ cols }: Matrix, f: (k: number) => number): number =>
  upTo(cols).reduce((sum, k) => sum + f(k), 0) / cols;

/** Each thing that the way forward writes, by its kind. */
const forward: Record<string, Reckon> = {
  mean(step, _, { row }) {
    const Z = matrixIn(step, step.node.input);
    return meanOf(Z, (k) => [at(Z, row, k)]);
  },
  variance(step, _, { row }) {
    const [Z, mean] = [matrixIn(step, step.node.input), at(of(step, 'mean'), row, 0)];
    return meanOf(Z, (k) => [at(Z, row, k) - mean, at(Z, row, k) - mean]);
  },
  std: (step, _, { row, tensor }) => spread('√(σ² + ε)', step, row, tensor),
  inv_std: (step, _, { row, tensor }) => spread('1/√(σ² + ε)', step, row, tensor),
  centred: (step, _, { row, col }) => ({
    terms: [[at(matrixIn(step, step.node.input), row, col)]],
    minus: at(of(step, 'mean'), row, 0),
  }),
  Znorm(step, _, { row, col }) {
    const z = at(matrixIn(step, step.node.input), row, col);
    return { terms: [[z - at(of(step, 'mean'), row, 0), at(of(step, 'inv_std'), row, 0)]] };
  },
  Ztilde: (step, _, { row, col }) => ({
    terms: [[at(of(step, 'gamma'), row, 0), at(Znorm(step), row, col)], [at(of(step, 'beta'), row, 0)]],
  }),
};

/** √(σ² + ε) or its inverse, and the variance that it was worked out from. */
function spread(name: string, step: Step, row: number, tensor: string) {
  const [Z, mean] = [matrixIn(step, step.node.input), at(of(step, 'mean'), row, 0)];
  const variance = meanOfRow(Z, (k) => (at(Z, row, k) - mean) ** 2);
  return givenBy(name, at(matrixIn(step, tensor), row, 0), { name: 'σ²', value: variance });
}

/** dZ, in the three ways through Z, μ and σ². */
const throughStatistics: Reckon = (step, _, { row, col }) => {
  const dZnorm = of(step, 'dZnorm');
  const inverse = at(of(step, 'inv_std'), row, 0);
  const normal = has(step, 'centred')
    ? (k: number) => at(of(step, 'centred'), row, k) * inverse
    : (k: number) => at(Znorm(step), row, k);
  const mean = meanOfRow(dZnorm, (k) => at(dZnorm, row, k));
  const meanOfProducts = meanOfRow(dZnorm, (k) => at(dZnorm, row, k) * normal(k));
  return {
    terms: [
      [inverse, at(dZnorm, row, col)],
      [-inverse, mean],
      [-inverse, normal(col), meanOfProducts],
    ],
  };
};

/** Of Znorm and Ztilde with what goes into them, and of dγ, dβ, dZnorm and dZ. */
export const batchNorm: StepRows<Reckon>['batch_norm'] = {
  batch_norm: (step, trace, cell) =>
    step.phase === 'backward'
      ? throughStatistics(step, trace, cell)
      : forward[parseName(cell.tensor).kind]!(step, trace, cell),
  gamma(step, _, { row }) {
    const dZtilde = matrixIn(step, gradientOf(step.node.output));
    const normal = Znorm(step);
    return meanOf(dZtilde, (k) => [at(dZtilde, row, k), at(normal, row, k)]);
  },
  beta(step, _, { row }) {
    const dZtilde = matrixIn(step, gradientOf(step.node.output));
    return meanOf(dZtilde, (k) => [at(dZtilde, row, k)]);
  },
  normalised: (step, _, { row, col }) => ({
    terms: [[at(of(step, 'gamma'), row, 0), at(matrixIn(step, gradientOf(step.node.output)), row, col)]],
  }),
};
