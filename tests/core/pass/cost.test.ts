import { describe, expect, it } from 'vitest';
import { backwardCost } from '../../../src/core/pass/cost';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';

describe('what the way back costs', () => {
  const costWith = (keep: 'Z' | 'A' | 'none') => {
    const model = modelOf({
      ...firstChoice,
      layers: firstChoice.layers.map((layer) => ({ ...layer, keep })),
    });
    return backwardCost(model, record(model).steps);
  };

  it('counts every product of two matrices on 2-4-3-1 with eight examples', () => {
    // dW: 8·(4·2 + 3·4 + 1·3) products and 8 + 12 + 3 divisions; dA: 8·(3·4 + 1·3); db: 4 + 3 + 1 divisions; and of
    // the activations from A: relu 1, tanh 2 and sigmoid 2 for each of 32, 24 and 8 cells.
    expect(costWith('A')).toEqual({
      multiplications: 8 * 23 + 23 + 8 * 15 + 8 + 32 + 2 * 24 + 2 * 8,
      exponentials: 0,
    });
  });

  it('has the exponentials of tanh and sigmoid where Z is kept', () => {
    expect(costWith('Z').exponentials).toBe(24 + 8);
  });

  it('has the products of the forward pass once more where nothing is kept', () => {
    expect(costWith('none').multiplications - costWith('Z').multiplications).toBe(8 * 23);
  });
});
