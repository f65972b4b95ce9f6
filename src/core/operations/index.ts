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

/** The names of the parts of an operation's way back. */
export type BackwardOf<O extends OperationName> = Of<O>['backward'][number]['step'];

/** The names of the parts that compute again what a slot should hold. */
export type AgainOf<O extends OperationName> =
  Of<O> extends Operation<string, string, string, infer A> ? A : never;

/** The names of an operation's steps. */
export type StepOf<O extends OperationName> = Of<O>['forward']['step'] | BackwardOf<O> | AgainOf<O>;

/** A row for every part of an operation: one that is missing does not compile. */
export type PartRows<O extends OperationName, T> = {
  readonly forward: T;
  readonly backward: Readonly<Record<BackwardOf<O>, T>>;
} & ([AgainOf<O>] extends [never] ? unknown : { readonly again: Readonly<Record<AgainOf<O>, T>> });

/** As much of a step as tells which part of an operation it ran. */
interface RanPart {
  readonly node: Pick<Node, 'op'>;
  readonly op: string;
  readonly phase: string;
}

/** A row for every part of every operation. */
export type EveryPart<T> = { readonly [O in OperationName]: PartRows<O, T> };

/** A row for every step of every operation: one that is missing does not compile. */
export type StepRows<T> = { readonly [O in OperationName]: Readonly<Record<StepOf<O>, T>> };

/**
 * A record's row for the operation of a node. Undefined where an operation was added to `operations` and not yet to the
 * record: then the page says of it what can be said of any.
 */
export const rowFor = <T>(
  rows: Readonly<Record<OperationName, T>>,
  { op }: Pick<Node, 'op'>,
): T | undefined => (rows as Readonly<Partial<Record<string, T>>>)[op];

/** A record's row for a step; undefined where the record has none yet. */
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

/** A record's row for the part that a step ran; undefined where the record has none yet. */
export function rowForPart<T>(rows: EveryPart<T>, { node, op, phase }: RanPart): T | undefined {
  const row = rowFor<AnyRows<T>>(rows, node);
  // A part of the way forward and one of the way back may share a name; steps of the loss have a phase of their own.
  const isForward = phase !== 'backward' && op === operations[node.op as OperationName].forward.step;
  return isForward ? row?.forward : (row?.again?.[op] ?? row?.backward[op]);
}

/** All operations, in the order in which a layer has them. */
export const operationNames = Object.keys(operations) as OperationName[];
