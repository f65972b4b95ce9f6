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

/** What the steps of an operation are called. */
export type StepOf<O extends OperationName> = (typeof operations)[O]['forward']['step'];

/** A row for every step of every operation: one that is missing does not compile. */
export type StepRows<T> = { readonly [O in OperationName]: Readonly<Record<StepOf<O>, T>> };

/**
 * What a record has for the operation of a node. Undefined where somebody has added an operation to the operations
 * alone: what is told of it then is what can be told of any.
 */
export const rowFor = <T>(
  rows: Readonly<Record<OperationName, T>>,
  { op }: Pick<Node, 'op'>,
): T | undefined => (rows as Readonly<Partial<Record<string, T>>>)[op];

/** What a record has for a step; undefined where it is one that somebody has added to the operations alone. */
export const rowForStep = <T>(rows: StepRows<T>, node: Pick<Node, 'op'>, step: string): T | undefined => {
  const of = rowFor<Readonly<Partial<Record<string, T>>>>(rows, node);
  return of?.[step];
};

/** All operations, in the order in which a layer has them. */
export const operationNames = Object.keys(operations) as OperationName[];
