import { cost } from '../activations';
import { scalar } from '../math/matrix';
import { isFused } from '../model/model';
import { gradientOf } from '../model/names';
import { cellwise } from './indices';
import { fusedGradient, losses } from './losses';
import { type Indices, type Operation, operation, type Part } from './operation';

const whole: Indices = ['p', 'q'];

type Loss = Operation<'A', 'cost', never, never>;

/** J, and A[L] for its gradient. */
const forward: Part<'A', 'cost'> = {
  step: 'cost',
  result: ({ output }) => output,
  run({ node, model, read, write, keep }) {
    const A = read(node.input);
    write(node.output, scalar(losses[model.loss].cost(A, read('Y')), model.precision));
    keep(['A']);
  },
  /** J = Σ_pq of A_pq and Y_pq. */
  dependence: () => ({ result: ['1', '1'], reads: () => whole }),
  cost: () => cost(0, 0),
};

const common: Pick<Loss, 'cache' | 'slots' | 'isLoss' | 'output' | 'forward'> = {
  cache: 'loss',
  slots: { A: ({ input }) => input },
  isLoss: true,
  output: () => 'cost',
  forward,
};

/** The cost J, and dA[L] out of what it kept. */
export const loss = operation<'A'>()({
  ...common,
  isIn: (model, l) => l === model.layers.length && !isFused(model),
  backward: [
    {
      step: 'cost_gradient',
      result: ({ input }) => gradientOf(input),
      run({ node, model, slot, read, write, free }) {
        const A = slot('A');
        write(gradientOf(node.input), losses[model.loss].gradient(A, read('Y')));
        free();
      },
      dependence: () => cellwise,
      cost: () => cost(0, 0),
    },
  ],
});

/** The cost J of a loss that is fused with the activation before it: dZ[L] = A[L] − Y at once. */
export const fusedLoss = operation<'A'>()({
  ...common,
  isIn: (model, l) => l === model.layers.length && isFused(model),
  passesOver: true,
  backward: [
    {
      step: 'output',
      result: ({ over }) => gradientOf(over!.input),
      run({ node, slot, read, write, free }) {
        const A = slot('A');
        write(gradientOf(node.over!.input), fusedGradient(A, read('Y')));
        free();
      },
      dependence: () => cellwise,
      cost: () => cost(0, 0),
    },
  ],
});
