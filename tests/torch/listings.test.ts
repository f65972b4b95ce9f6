import { describe, expect, it } from 'vitest';
import { pythonWith } from '../../scripts/python/find';
import { dropoutRuleNames } from '../../src/core/model/regularisation';
import { layersOf } from '../explain/code/listings';
import { checkedIn, counted, run, wrong } from './check-listings';

/** Those whose slope is 0 by a comparison far below 0. */
const closing = ['relu', 'relu6', 'hard_sigmoid', 'hard_tanh', 'hard_swish'] as const;

describe('every listing in PyTorch', () => {
  it('is a vector-Jacobian product: gradcheck passes, and float32 stays float32', () => {
    const outcomes = checkedIn('torch');
    expect(wrong(outcomes)).toEqual([]);
    expect(counted(outcomes, 'layer')).toBeGreaterThanOrEqual(100);
    expect(counted(outcomes, 'layer with batch norm')).toBeGreaterThanOrEqual(36);
    expect(counted(outcomes, 'dropout')).toBe(dropoutRuleNames.length);
    for (const kind of ['cost', 'output']) expect(counted(outcomes, kind), kind).toBeGreaterThan(2);
  });

  it('lets no NaN from above through a cell that a comparison closes', () => {
    const outcomes = run(
      'torch',
      `
import torch


def check(kind, scope):
    W, b = (torch.full((1, 1), x, dtype=torch.float64, requires_grad=True) for x in (1.0, 0.0))
    A = scope["Layer"].apply(torch.tensor([[-9.0]], dtype=torch.float64), W, b)
    A.backward(torch.full((1, 1), float("nan"), dtype=torch.float64))
    assert b.grad.item() == 0, "NaN passes"
`,
      { layer: closing.flatMap((activation) => layersOf(activation, 'torch')) },
    );
    expect(wrong(outcomes)).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(closing.length);
  });
});

describe.skipIf(!pythonWith('jax'))('every listing in JAX', () => {
  it('is a vector-Jacobian product: check_grads passes, and float32 stays float32', () => {
    const outcomes = checkedIn('jax');
    expect(wrong(outcomes)).toEqual([]);
    expect(counted(outcomes, 'layer')).toBeGreaterThanOrEqual(100);
    expect(counted(outcomes, 'layer with batch norm')).toBeGreaterThanOrEqual(36);
    expect(counted(outcomes, 'dropout')).toBe(dropoutRuleNames.length);
    for (const kind of ['cost', 'output']) expect(counted(outcomes, kind), kind).toBeGreaterThan(2);
  });
});
