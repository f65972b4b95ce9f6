import type { Activation, Cost } from '../activations';
import type { Matrix } from '../math/matrix';
import type { Layer, Model, Sizes } from '../model/model';
import type { BufferName } from '../model/names';
import type { CacheName, Step } from '../pass/trace';
import type { Node } from './node';

/** How a part reads and writes. Whatever it does here is logged as its doing. */
export interface Io<Slot extends string> {
  readonly node: Node;
  readonly model: Model;
  /** The layer that the node belongs to. */
  readonly of: Layer;
  readonly sizes: Sizes;
  /** The value of that name. */
  read(name: BufferName): Matrix;
  /** What a slot of the node's cache refers to. Where the slot is empty, that is a miss, which is answered. */
  slot(slot: Slot): Matrix;
  /** What a slot refers to; where it is empty, the value that it is for. So a forward part that runs again gets its inputs. */
  take(slot: Slot): Matrix;
  readonly held: ReadonlySet<Slot>;
  write(name: BufferName, matrix: Matrix): void;
  /** Makes slots refer to the values that they are for, unless the pass keeps nothing of this node. */
  keep(slots: readonly Slot[]): void;
  /** Whether the pass keeps anything of this node, so that it is worth computing what is only there to be kept. */
  readonly keeps: boolean;
  /** Empties the node's cache, after its last read. */
  free(): void;
}

/** The indices of a tensor as in a formula: of W in `Σ_k W_ik A_kj` they are `ik`; `1` is an axis of length one. */
export type Indices = readonly [row: string, col: string];

/** A part as a formula has it: the indices of what it writes under a name, and of all that it reads. */
export interface Dependence {
  readonly result: Indices;
  /** Undefined for a kind that has no part in it. */
  reads(kind: string): Indices | undefined;
}

/** One step of an operation. */
export interface Part<Slot extends string, StepName extends string = string> {
  /** What the step is called, in files too. */
  readonly step: StepName;
  /** The name of its result, among all that it writes: dropout's is Adrop, though it writes D as well. */
  result(node: Node): BufferName;
  /** Whether a node has this step at all; where this is left out, it has. */
  isPartOf?(node: Node): boolean;
  /** Whether its result is drawn from a seed, and not worked out from what it reads. */
  readonly isDrawn?: boolean;
  run(io: Io<Slot>): void;
  /** How what a step wrote under a name depends on what it read; undefined where it depends on nothing. */
  dependence(written: BufferName, step: Pick<Step, 'reads'>, of: Layer): Dependence | undefined;
  /** What a step cost. */
  cost(step: Step, model: Model, sizes: Sizes): Cost;
}

/**
 * An operation of a network. To touch a slot is to read it; nothing says beforehand what is read. Its type knows what
 * its parts are called, so that a record which lacks a row for one of them does not compile.
 */
export interface Operation<
  Slot extends string = string,
  Forward extends string = string,
  Backward extends string = string,
  Again extends string = string,
> {
  /** What its cache is called; `linear` stands for the linear_cache. */
  readonly cache: CacheName;
  /** What each slot of its cache refers to. */
  readonly slots: Readonly<Record<Slot, (node: Node) => BufferName>>;
  /** The function of a layer that it applies, where it does: what its cache keeps is then for the layer's keep rule to say. */
  g?(of: Layer): Activation;
  /** Whether its forward and backward are steps of the loss. */
  readonly isLoss?: boolean;
  /** Whether layer l of a model has it. The record's order is the order within a layer. */
  isIn(model: Pick<Model, 'layers' | 'loss' | 'output'>, l: number): boolean;
  /** Whether its way back goes through the node before it in the same step. */
  readonly passesOver?: boolean;
  /** The name of what it makes in layer l. */
  output(l: number): BufferName;
  readonly forward: Part<Slot, Forward>;
  /** Parts that compute again what a slot should hold, where no other operation does. */
  readonly again?: Readonly<Partial<Record<Slot, Part<Slot, Again>>>>;
  /** The parts of the way back, in their order. */
  readonly backward: readonly Part<Slot, Backward>[];
}

/** An operation whose slots are checked wherever they are named. The names of its parts are taken from the parts. */
export const operation =
  <Slot extends string>() =>
  <Forward extends string, Backward extends string, Again extends string = never>(
    of: Operation<Slot, Forward, Backward, Again>,
  ): Operation<Slot, Forward, Backward, Again> =>
    of;
