import { cost } from '../activations';
import type { Matrix } from '../math/matrix';
import { meanOfRows, rowMeans } from '../math/means';
import { gradientOf, isColumn, named, parseName } from '../model/names';
import { batchNormRules } from '../model/regularisation';
import { type BatchNormSlot, heldStatistics, heldZnorm, spentOnZnorm } from './batch-norm-cache';
import { i_j, ofRow, rowOf } from './indices';
import { centred, eachRow, normalised, statisticsOf, throughStages, throughStatistics } from './normalise';
import { type Dependence, type Indices, operation } from './operation';

/** Columns are read by row; matrices by whole rows, since each cell of a row has a part in μ and σ. */
const reads = (kind: string): Indices => (isColumn(kind) ? ofRow : rowOf);

const wholeRows: Dependence = { result: i_j, reads };

/** How what the way forward writes depends on Z, γ and β. */
function forwardDependence(written: string, fromHeld: boolean): Dependence {
  const { kind } = parseName(written);
  const result = kind === 'Ztilde' || kind === 'Znorm' || kind === 'centred' ? i_j : ofRow;
  if (kind !== 'Ztilde') return { result, reads: (read) => (read === 'Z' ? rowOf : undefined) };
  const Z = fromHeld ? i_j : rowOf;
  return { result, reads: (read) => (read === 'Z' ? Z : read === 'Znorm' ? i_j : ofRow) };
}

/**
 * Znorm = (Z − μ)/√(σ² + ε) over the examples, and Ztilde = γ Znorm + β. Ioffe & Szegedy (2015).
 *
 * β is in no slot, as in the caches of courses and frameworks: the way back does not need it. (The linear_cache has b
 * only because the course's code packs it.) Where Ztilde is computed again, β is read as a parameter.
 */
export const batchNorm = operation<BatchNormSlot>()({
  cache: 'batch_norm',
  slots: {
    gamma: ({ layer }) => named('gamma', layer),
    Z: ({ input }) => input,
    mean: ({ layer }) => named('mean', layer),
    Znorm: ({ layer }) => named('Znorm', layer),
    centred: ({ layer }) => named('centred', layer),
    variance: ({ layer }) => named('variance', layer),
    std: ({ layer }) => named('std', layer),
    inv_std: ({ layer }) => named('inv_std', layer),
  },
  isIn: ({ layers }, l) => layers[l - 1]!.batch_norm !== undefined,
  output: (l) => named('Ztilde', l),
  forward: {
    step: 'batch_norm',
    result: ({ output }) => output,
    /** Ztilde, and what the keep rule asks for. Where the cache holds something, Ztilde comes from there, without new μ and σ. */
    run(io) {
      const { node, of, held, read, take, write, keep, keeps } = io;
      const { layer: l } = node;
      const { epsilon, keep: rule } = of.batch_norm!;
      const scaled = (Znorm: Matrix) => {
        const gamma = take('gamma');
        const beta = read(named('beta', l));
        write(
          node.output,
          eachRow(Znorm, (x, i) => gamma.data[i]! * x + beta.data[i]!),
        );
      };
      if (held.size > 0) {
        scaled(heldZnorm(io));
        return;
      }
      const Z = read(node.input);
      const { mean, variance, std, inv_std } = statisticsOf(Z, epsilon);
      write(named('mean', l), mean);
      write(named('inv_std', l), inv_std);
      const Znorm = normalised(Z, mean, inv_std);
      write(named('Znorm', l), Znorm);
      scaled(Znorm);
      if (!keeps) return;
      if (rule === 'all') {
        write(named('centred', l), centred(Z, mean));
        write(named('variance', l), variance);
        write(named('std', l), std);
      }
      // The rules name slots of this cache.
      keep(batchNormRules[rule].keeps as readonly BatchNormSlot[]);
    },
    dependence: (written, step) =>
      forwardDependence(
        written,
        step.reads.some(({ name }) => parseName(name).kind === 'mean'),
      ),
    cost({ reads, layer: l }, _, { units, m }) {
      const cells = units[l]! * m;
      const kinds = new Set(reads.map(({ name }) => parseName(name).kind));
      if (kinds.has('Znorm')) return cost(cells, 0);
      return kinds.has('mean') ? cost(2 * cells, 0) : cost(3 * cells + 4 * units[l]!, 0);
    },
  },
  backward: [
    {
      step: 'gamma',
      result: ({ layer }) => named('dgamma', layer),
      /** dγ, the row mean of dZtilde ⊙ Znorm. */
      run(io) {
        const { node, read, write } = io;
        const dZtilde = read(gradientOf(node.output));
        const Znorm = heldZnorm(io);
        write(
          named('dgamma', node.layer),
          meanOfRows(dZtilde, (k) => dZtilde.data[k]! * Znorm.data[k]!),
        );
      },
      dependence: () => ({ result: ofRow, reads }),
      cost: (step, _, { units, m }) =>
        cost((1 + spentOnZnorm(step)) * units[step.layer]! * m + units[step.layer]!, 0),
    },
    {
      step: 'beta',
      result: ({ layer }) => named('dbeta', layer),
      /** dβ, the row mean of dZtilde. */
      run: ({ node, read, write }) =>
        write(named('dbeta', node.layer), rowMeans(read(gradientOf(node.output)))),
      dependence: () => ({ result: ofRow, reads: () => rowOf }),
      cost: ({ layer: l }, _, { units }) => cost(units[l]!, 0),
    },
    {
      step: 'normalised',
      result: ({ layer }) => named('dZnorm', layer),
      /** dZnorm = γ dZtilde */
      run({ node, read, slot, write }) {
        const dZtilde = read(gradientOf(node.output));
        const gamma = slot('gamma');
        write(
          named('dZnorm', node.layer),
          eachRow(dZtilde, (d, i) => gamma.data[i]! * d),
        );
      },
      dependence: () => ({ result: i_j, reads: (kind) => (kind === 'gamma' ? ofRow : i_j) }),
      cost: ({ layer: l }, _, { units, m }) => cost(units[l]! * m, 0),
    },
    {
      step: 'batch_norm',
      result: ({ input }) => gradientOf(input),
      /** dZ, in stages where the cache holds each of them; else at once, from Znorm. */
      run(io) {
        const { node, of, held, slot, read, write, free } = io;
        const dZnorm = read(named('dZnorm', node.layer));
        const stages = () => ({
          centred: slot('centred'),
          inv_std: slot('inv_std'),
          std: slot('std'),
          variance: slot('variance'),
        });
        const through = ({ Znorm, inv_std }: ReturnType<typeof heldStatistics>) =>
          throughStatistics(dZnorm, Znorm, inv_std);
        const dZ = held.has('centred')
          ? throughStages(dZnorm, stages(), of.batch_norm!.epsilon)
          : through(heldStatistics(io));
        write(gradientOf(node.input), dZ);
        free();
      },
      dependence: () => wholeRows,
      cost: (step, _, { units, m }) =>
        cost((3 + spentOnZnorm(step)) * units[step.layer]! * m + 2 * units[step.layer]!, 0),
    },
  ],
});
