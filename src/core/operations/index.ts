import { activation } from './activation';
import { batchNorm } from './batch-norm';
import { dense } from './dense';
import { dropout } from './dropout';
import { fusedLoss, loss } from './loss';

import type { Node } from './node';
import type { Operation } from './operation';

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

type Of<O extends OperationName> = (typeof operations)[O];

/** What the parts of an operation's way back are called. */
export type BackwardOf<O extends OperationName> = Of<O>['backward'][number]['step'];

/** What the parts are called that make again what a slot should hold. */
export type AgainOf<O extends OperationName> =
  Of<O> extends Operation<string, string, string, infer A> ? A : never;

/** What the steps of an operation are called. */
export type StepOf<O extends OperationName> = Of<O>['forward']['step'] | BackwardOf<O> | AgainOf<O>;

/** A row for every part of an operation: one that is missing does not compile. */
export type PartRows<O extends OperationName, T> = {
  readonly forward: T;
  readonly backward: Readonly<Record<BackwardOf<O>, T>>;
} & ([AgainOf<O>] extends [never] ? unknown : { readonly again: Readonly<Record<AgainOf<O>, T>> });

/** What says which part of an operation a step ran. */
interface RanPart {
  readonly node: Pick<Node, 'op'>;
  readonly op: string;
  readonly phase: string;
}

/** Those of every operation. */
export type EveryPart<T> = { readonly [O in OperationName]: PartRows<O, T> };

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

/** The rows of an operation, whatever its parts are called. */
interface AnyRows<T> {
  readonly forward: T;
  readonly backward: Readonly<Partial<Record<string, T>>>;
  readonly again?: Readonly<Partial<Record<string, T>>>;
}

/** What a record has for the part that a step ran; undefined where somebody has added it to the operations alone. */
export function rowForPart<T>(rows: EveryPart<T>, { node, op, phase }: RanPart): T | undefined {
  const row = rowFor<AnyRows<T>>(rows, node);
  // On both ways a part may have one name; those of the loss are of neither way.
  const isForward = phase !== 'backward' && op === operations[node.op as OperationName].forward.step;
  return isForward ? row?.forward : (row?.again?.[op] ?? row?.backward[op]);
}

/** All operations, in the order in which a layer has them. */
export const operationNames = Object.keys(operations) as OperationName[];
