import type { Cost } from '../activations';
import type { Matrix } from '../math/matrix';
import type { Layer, Model, Sizes } from '../model/model';
import type { BufferName } from '../model/names';
import type { CacheName, Step } from '../pass/trace';
import type { Node } from './node';

/** What a part does its work through. Whatever it touches is logged as its doing. */
export interface Io<Slot extends string> {
  readonly node: Node;
  readonly model: Model;
  /** The layer that the node belongs to. */
  readonly of: Layer;
  readonly sizes: Sizes;
  /** The value of that name. */
  read(name: BufferName): Matrix;
  /** What a slot of the node's cache refers to; where it holds nothing, the miss is answered. */
  slot(slot: Slot): Matrix;
  /** What a slot refers to, where it holds nothing what it would refer to: a forward part that runs again finds its inputs so. */
  take(slot: Slot): Matrix;
  readonly held: ReadonlySet<Slot>;
  write(name: BufferName, matrix: Matrix): void;
  /** Makes slots refer to what they are for, where the pass keeps anything of this node. */
  keep(slots: readonly Slot[]): void;
  /** Whether the pass keeps anything of this node, so that what is only there to be kept is worth its work. */
  readonly keeps: boolean;
  /** Empties the node's cache, after its last read. */
  free(): void;
}

/** The indices of a tensor as in a formula: of W in `Σ_k W_ik A_kj` they are `ik`; `1` is an axis of length one. */
export type Indices = readonly [row: string, col: string];

/** A part as a formula has it: the indices of what it writes under a name, and of all that it reads. */
export interface Dependence {
  readonly result: Indices;
  /** Undefined for what has no part in it. */
  reads(kind: string): Indices | undefined;
}

/** One step of an operation. */
export interface Part<Slot extends string, StepName extends string = string> {
  /** What the step is called, in files too. */
  readonly step: StepName;
  /** What it is there for, among all that it writes: dropout's is Adrop, though D is written before. */
  result(node: Node): BufferName;
  /** Whether a node has this step at all; it has, where this is left out. */
  isPartOf?(node: Node): boolean;
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
  /** Whether its forward and backward are steps of the loss. */
  readonly isLoss?: boolean;
  /** Whether layer l of a model has it. The record's order is the order within a layer. */
  isIn(model: Pick<Model, 'layers' | 'loss' | 'output'>, l: number): boolean;
  /** Whether its way back goes through the node before it at once. */
  readonly passesOver?: boolean;
  /** What it makes of layer l. */
  output(l: number): BufferName;
  readonly forward: Part<Slot, Forward>;
  /** Parts that make again what a slot should hold, where that comes of no other operation. */
  readonly again?: Readonly<Partial<Record<Slot, Part<Slot, Again>>>>;
  /** The parts of the way back, in their order. */
  readonly backward: readonly Part<Slot, Backward>[];
}

/** An operation with these slots, checked wherever they are named. What its parts are called is taken from the parts. */
export const operation =
  <Slot extends string>() =>
  <Forward extends string, Backward extends string, Again extends string = never>(
    of: Operation<Slot, Forward, Backward, Again>,
  ): Operation<Slot, Forward, Backward, Again> =>
    of;
