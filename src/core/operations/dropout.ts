import { cost } from '../activations';
import { type Matrix, zeros, zip } from '../math/matrix';
import { uniformAt } from '../math/random';
import { gradientOf, named, parseName } from '../model/names';
import type { Dropout } from '../model/regularisation';
import { cellwise } from './indices';
import { operation } from './operation';

/** Multiplications that one number of `uniformAt` takes, once its seed is mixed. */
const PER_DRAW = 3;

/** D of layer l, (rows, cols): as it was given where it fits, else drawn from the seed, each cell 1 with keep_prob. */
export function maskOf(
  { keep_prob, seed, D: given }: Dropout,
  l: number,
  rows: number,
  cols: number,
): Matrix {
  const D = zeros(rows, cols, 'bit');
  const fits = given?.length === rows && given[0]!.length === cols;
  for (let k = 0; k < D.data.length; k++)
    D.data[k] = fits ? given[Math.floor(k / cols)]![k % cols]! : Number(uniformAt(seed, l, k) < keep_prob);
  return D;
}

/** Adrop = A ⊙ D / keep_prob, and the same on the way back. */
export const dropout = operation<'D'>()({
  cache: 'dropout',
  slots: { D: ({ layer }) => named('D', layer) },
  isIn: ({ layers }, l) => layers[l - 1]!.dropout !== undefined && l < layers.length,
  output: (l) => named('Adrop', l),
  forward: {
    step: 'dropout',
    result: ({ output }) => output,
    run({ node, of, read, write, keep }) {
      const { keep_prob, keep: rule } = of.dropout!;
      const A = read(node.input);
      const D = maskOf(of.dropout!, node.layer, A.rows, A.cols);
      write(named('D', node.layer), D);
      write(
        node.output,
        zip(A, D, (a, d) => (a * d) / keep_prob),
      );
      if (rule === 'mask') keep(['D']);
    },
    /** Adrop_ij = A_ij D_ij / keep_prob. D depends on the seed alone. */
    dependence: (written) => (parseName(written).kind === 'D' ? undefined : cellwise),
    cost: ({ layer: l }, _, { units, m }) => cost((2 + PER_DRAW) * units[l]! * m, 0),
  },
  again: {
    D: {
      step: 'draw',
      isDrawn: true,
      result: ({ layer }) => named('D', layer),
      /** D once more, from its seed. */
      run({ node, of, sizes: { units, m }, write }) {
        write(named('D', node.layer), maskOf(of.dropout!, node.layer, units[node.layer]!, m));
      },
      dependence: () => undefined,
      cost: ({ layer: l }, _, { units, m }) => cost(PER_DRAW * units[l]! * m, 0),
    },
  },
  backward: [
    {
      step: 'dropout',
      result: ({ input }) => gradientOf(input),
      /** dA = dAdrop ⊙ D / keep_prob. */
      run({ node, of, read, slot, write, free }) {
        const { keep_prob } = of.dropout!;
        const dAdrop = read(gradientOf(node.output));
        write(
          gradientOf(node.input),
          zip(dAdrop, slot('D'), (d, bit) => (d * bit) / keep_prob),
        );
        free();
      },
      /** dA_ij = dAdrop_ij D_ij / keep_prob */
      dependence: () => cellwise,
      cost: ({ layer: l }, _, { units, m }) => cost(2 * units[l]! * m, 0),
    },
  ],
});
