import { cost } from '../../src/core/activations/types';
import { map } from '../../src/core/math/matrix';
import { gradientOf, named } from '../../src/core/model/names';
import { cellwise } from '../../src/core/operations/indices';
import { operation } from '../../src/core/operations/operation';

/** −Z between the product and g of every hidden layer, as one object. It keeps nothing, and its way back reads nothing kept. */
export const negate = operation<never>()({
  cache: 'batch_norm',
  slots: {},
  isIn: ({ layers }, l) => l < layers.length,
  // What g is applied to where it is not Z itself.
  output: (l) => named('Ztilde', l),
  forward: {
    step: 'negate',
    result: ({ output }) => output,
    run: ({ node, read, write }) =>
      write(
        node.output,
        map(read(node.input), (z) => -z),
      ),
    dependence: () => cellwise,
    cost: () => cost(0, 0),
  },
  backward: [
    {
      step: 'negate',
      result: ({ input }) => gradientOf(input),
      run: ({ node, read, write }) =>
        write(
          gradientOf(node.input),
          map(read(gradientOf(node.output)), (d) => -d),
        ),
      dependence: () => cellwise,
      cost: () => cost(0, 0),
    },
  ],
});
