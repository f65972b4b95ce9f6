import { activation } from './activation';
import { batchNorm } from './batch-norm';
import { dense } from './dense';
import { dropout } from './dropout';
import { fusedLoss, loss } from './loss';

import type { Node } from './node';

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

/**
 * What a record has for the operation of a node. Undefined where somebody has added an operation to the operations
 * alone: what is told of it then is what can be told of any.
 */
export const rowFor = <T>(
  rows: Readonly<Record<OperationName, T>>,
  { op }: Pick<Node, 'op'>,
): T | undefined => (rows as Readonly<Record<string, T>>)[op];

/** All operations, in the order in which a layer has them. */
export const operationNames = Object.keys(operations) as OperationName[];
