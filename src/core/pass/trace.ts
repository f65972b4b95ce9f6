import type { Matrix } from '../math/matrix';
import type { Model } from '../model/model';
import type { BufferName } from '../model/names';
import type { Node } from '../operations/node';
import type { Value } from './value';

/** The part of a run that a step belongs to; in `recompute`, a forward step runs again for a backward one. */
export type Phase = 'forward' | 'loss' | 'backward' | 'recompute';

/** The caches of a layer. The loss has a cache too; its layer is the last. To add one is to add it here. */
export const cacheNames = ['linear', 'batch_norm', 'activation', 'dropout', 'loss'] as const;

export type CacheName = (typeof cacheNames)[number];

/** A named place in a cache of a layer. */
export interface Slot {
  readonly layer: number;
  readonly cache: CacheName;
  readonly slot: string;
}

/** A value without its numbers. */
export type ValueName = Pick<Value, 'id' | 'name'>;

/** What happened to a slot. A miss is a read of a slot that held nothing; it is answered by recomputing. */
export interface CacheEvent<V extends ValueName = Value> extends Slot {
  readonly kind: 'save' | 'read' | 'miss' | 'free';
  /** The name of the value that the slot refers to, or would. */
  readonly buffer: BufferName;
  /** The value; a miss has none yet. */
  readonly value?: V;
}

/** One step of a run, as it happened. */
export interface Step<V extends ValueName = Value> {
  /** Counted from 1: step 0 is the state before the first. */
  readonly index: number;
  readonly phase: Phase;
  readonly layer: number;
  readonly op: string;
  /** Which time this is done, from the second on: a layer that a checkpoint has run again may have a miss as well. */
  readonly occurrence?: number;
  readonly node: Node;
  /** The values that were read, also those read through a slot, in that order. */
  readonly reads: readonly V[];
  readonly writes: readonly V[];
  readonly cache: readonly CacheEvent<V>[];
  /** Bytes held for the backward pass once the step is done. */
  readonly cacheBytes: number;
}

/** A step of a run whose numbers nobody needs. */
export type DryStep = Step<ValueName>;

/** The log of a run, with the numbers of every value. */
export interface Trace {
  readonly model: Model;
  readonly nodes: readonly Node[];
  readonly steps: readonly Step[];
  /** Every value there is: what was given, and what steps and hands wrote. */
  readonly values: readonly Value[];
  /** By name, what stands there at the end: of several values with one name, the last. */
  readonly buffers: ReadonlyMap<BufferName, Matrix>;
  readonly cacheBytes: { readonly peak: number };
  /** Cached values that were changed by hand, and what stands in their place since. */
  readonly changed: ReadonlyMap<Value, Value>;
}

/** A slot as one string, to look things up by: `1.activation.Z`. */
export const slotKey = ({ layer, cache, slot }: Slot): string => `${layer}.${cache}.${slot}`;

/** What a step does, and which time. This is what identifies it, since its number changes with the model. */
export type StepId = Pick<Step, 'phase' | 'op' | 'layer' | 'occurrence'>;

/** A step by what it does, with the node that does it. */
export type Doing = StepId & Pick<Step, 'node'>;

/** Whether two steps do the same, whichever time. */
export const sameDoing = (a: StepId, b: StepId): boolean =>
  a.phase === b.phase && a.op === b.op && a.layer === b.layer;

/** Whether two steps do the same for the same time, in two traces too. */
export const sameStep = (a: StepId, b: StepId): boolean =>
  sameDoing(a, b) && (a.occurrence ?? 1) === (b.occurrence ?? 1);
