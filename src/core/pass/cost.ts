import { type Cost, cost } from '../activations';
import { type Model, sizesOf } from '../model/model';
import { partOf } from './nodes';
import type { Step } from './trace';

/** What the backward pass of a run costs, with all that it computes again. */
export function backwardCost(model: Model, steps: readonly Step[]): Cost {
  const sizes = sizesOf(model);
  return steps
    .filter(({ phase }) => phase === 'backward' || phase === 'recompute')
    .map((step) => partOf(step).cost(step, model, sizes))
    .reduce(
      (sum, each) => cost(sum.multiplications + each.multiplications, sum.exponentials + each.exponentials),
      cost(0, 0),
    );
}
