import { cost } from '../activations';
import { rowMeans } from '../math/means';
import { multiply } from '../math/multiply';
import { transposed } from '../math/view';
import { gradientOf, named } from '../model/names';
import { columnOf, i_j, ofRow, rowOf } from './indices';
import { operation } from './operation';

/** Z = W A_prev + b. */
export const dense = operation<'A_prev' | 'W' | 'b'>()({
  cache: 'linear',
  slots: {
    A_prev: ({ input }) => input,
    W: ({ layer }) => named('W', layer),
    b: ({ layer }) => named('b', layer),
  },
  isIn: () => true,
  output: (l) => named('Z', l),
  forward: {
    step: 'linear',
    result: ({ output }) => output,
    run({ node, model, take, write, keep }) {
      const A_prev = take('A_prev');
      const W = take('W');
      write(node.output, multiply(W, A_prev, model.precision, { plus: take('b') }));
      keep(['A_prev', 'W', 'b']);
    },
    /** Z_ij = Σ_k W_ik A_kj + b_i */
    dependence: () => ({
      result: i_j,
      reads: (kind) => (kind === 'W' ? rowOf : kind === 'b' ? ofRow : columnOf),
    }),
    cost: ({ layer: l }, _, { units, m }) => cost(units[l]! * units[l - 1]! * m, 0),
  },
  backward: [
    {
      step: 'weights',
      result: ({ layer }) => named('dW', layer),
      /** dW = dZ A_prevᵀ / m. The first layer sends nothing further back, so that this is the last read of its cache. */
      run({ node, model, read, slot, write, free }) {
        const dZ = read(gradientOf(node.output));
        const A_prev = slot('A_prev');
        write(
          named('dW', node.layer),
          multiply(dZ, transposed(A_prev), model.precision, { dividedBy: dZ.cols }),
        );
        if (!node.goesOn) free();
      },
      /** dW_ij = Σ_k dZ_ik A_jk / m */
      dependence: () => ({ result: i_j, reads: (kind) => (kind === 'dZ' ? rowOf : ['j', 'k']) }),
      cost({ layer: l }, _, { units, m }) {
        const cells = units[l]! * units[l - 1]!;
        return cost(cells * m + cells, 0);
      },
    },
    {
      step: 'bias',
      result: ({ layer }) => named('db', layer),
      /** db, the row mean of dZ. */
      run: ({ node, read, write }) => write(named('db', node.layer), rowMeans(read(gradientOf(node.output)))),
      /** db_i = Σ_k dZ_ik / m */
      dependence: () => ({ result: ofRow, reads: () => rowOf }),
      cost: ({ layer: l }, _, { units }) => cost(units[l]!, 0),
    },
    {
      step: 'input',
      result: ({ input }) => gradientOf(input),
      isPartOf: ({ goesOn }) => goesOn,
      /** dA of the layer before, Wᵀ dZ. */
      run({ node, model, read, slot, write, free }) {
        const dZ = read(gradientOf(node.output));
        write(gradientOf(node.input), multiply(transposed(slot('W')), dZ, model.precision));
        free();
      },
      /** dA_ij = Σ_k W_ki dZ_kj */
      dependence: () => ({ result: i_j, reads: (kind) => (kind === 'W' ? ['k', 'i'] : columnOf) }),
      cost: ({ layer: l }, _, { units, m }) => cost(units[l]! * units[l - 1]! * m, 0),
    },
  ],
});
