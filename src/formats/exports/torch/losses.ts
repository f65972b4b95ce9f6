import type { LossName } from '../../../core/operations/losses';

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

/** Every loss as PyTorch's own operation on A and Y, of which autograd keeps what it always keeps, and a word on it. */
export const torchOperations = {
  binary_cross_entropy: {
    operation: 'F.binary_cross_entropy(A, Y, reduction="sum") / m',
    words: [
      "PyTorch's own loss tells what is kept. It cuts its logarithm off at -100, and so is finite where A is exactly",
      "0 or 1; the page's formula is not, and computes the numbers.",
    ],
  },
  categorical_cross_entropy: {
    operation: '-(Y * torch.log(A)).sum() / m',
    words: ['The plain formula tells what is kept; a label of 0 is no part of that which computes.'],
  },
  mean_squared_error: {
    operation: 'F.mse_loss(A, Y, reduction="sum") / (2 * m)',
    words: ["PyTorch's own loss tells what is kept; the page's formula computes the numbers."],
  },
} satisfies Record<LossName, { operation: string; words: readonly string[] }>;

/** A loss and the activation before it as PyTorch's operation on Z, for those that have one. */
export const torchFused: Partial<Record<LossName, string>> = {
  binary_cross_entropy: 'F.binary_cross_entropy_with_logits(Z, Y, reduction="sum") / m',
  categorical_cross_entropy: '-(Y * F.log_softmax(Z, dim=0)).sum() / m',
};
