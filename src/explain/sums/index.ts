import type { StepRows } from '../../core/operations';
import { activation } from './activation';
import { batchNorm } from './batch-norm';
import { dense } from './dense';
import { dropout } from './dropout';
import { fusedLoss, loss } from './loss';
import type { Reckon } from './reckoning';

export type { Operand, Reckoning, Term } from './reckoning';

/** For each operation how the cells of what its steps write come about, by the step. */
export const sums: StepRows<Reckon> = {
  dense,
  batch_norm: batchNorm,
  activation,
  dropout,
  loss,
  fused_loss: fusedLoss,
};
