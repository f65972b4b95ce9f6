import { activationOf, type Cost, cost } from './activations';
import { type Model, type Sizes, sizesOf } from './model';
import { routeTaken } from './route-taken';
import type { Step } from './trace';

/** What a step costs: of products of matrices every multiplication, of activations what their cells cost. */
function costOf(step: Step, model: Model, { units, m }: Sizes): Cost {
  const { op, phase, layer } = step;
  const [n, inputs] = [units[layer]!, units[layer - 1]!];
  const times = (each: Cost, cells: number) => cost(each.multiplications * cells, each.exponentials * cells);
  if (op === 'linear' || op === 'input') return cost(n * inputs * m, 0);
  if (op === 'weights') return cost(n * inputs * m + n * inputs, 0);
  if (op === 'bias') return cost(n, 0);
  if (op !== 'activation') return cost(0, 0);
  const of = model.layers[layer - 1]!;
  const { cost: costs } = activationOf(of);
  if (phase !== 'backward') return times(costs.g, n * m);
  const route = routeTaken(step, model);
  return times((route && costs[route]) ?? cost(0, 0), n * m);
}

/** What the backward pass of a run costs, with all that it computes again. */
export function backwardCost(model: Model, steps: readonly Step[]): Cost {
  const sizes = sizesOf(model);
  return steps
    .filter(({ phase }) => phase === 'backward' || phase === 'recompute')
    .map((step) => costOf(step, model, sizes))
    .reduce(
      (sum, each) => cost(sum.multiplications + each.multiplications, sum.exponentials + each.exponentials),
      cost(0, 0),
    );
}
