import type { LossName } from '../../../core/losses';

/** y ln p, where a label of 0 adds nothing, whatever the output: neither to the cost nor, as 0 · ∞, to the gradient. */
export const weightedLog = `def weighted_log(y, p):
    """y ln p, and 0 where y is 0."""
    return y * torch.log(torch.where(y == 0, torch.ones_like(p), p))`;

/** Every loss as the mean over the m examples, so that dA is m times what autograd finds for A. */
export const torchLosses = {
  binary_cross_entropy: '-(weighted_log(Y, A) + weighted_log(1 - Y, 1 - A)).sum() / m',
  categorical_cross_entropy: '-weighted_log(Y, A).sum() / m',
  mean_squared_error: '((A - Y) ** 2).sum() / (2 * m)',
} satisfies Record<LossName, string>;
