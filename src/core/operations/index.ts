import { activation } from './activation';
import { batchNorm } from './batch-norm';
import { dense } from './dense';
import { dropout } from './dropout';
import { fusedLoss, loss } from './loss';

export type { Node } from './node';
export type { Dependence, Indices, Io, Operation, Part } from './operation';

/** Every operation there is, in the order in which a layer has them. To add one is to add it here. */
export const operations = {
  dense,
  batch_norm: batchNorm,
  activation,
  dropout,
  loss,
  fused_loss: fusedLoss,
};

/** The name of an operation. */
export type OperationName = keyof typeof operations;

/** All operations, in the order in which a layer has them. */
export const operationNames = Object.keys(operations) as OperationName[];
