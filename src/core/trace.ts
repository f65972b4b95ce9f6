import type { ActivationSlot } from './activations';
import type { Matrix } from './matrix';
import type { Model } from './model';
import type { BufferName } from './names';

/** The part of a run that a step belongs to; in `recompute`, a forward step runs again for a backward one. */
export type Phase = 'forward' | 'loss' | 'backward' | 'recompute';

/** What a step computes: Z, A or dZ, J, dA[L], dZ[L] at once, dW, db, dA[l−1]. */
export type Operation =
  | 'linear'
  | 'activation'
  | 'cost'
  | 'cost_gradient'
  | 'output'
  | 'weights'
  | 'bias'
  | 'input';

/** A named place in a cache of a layer. The loss has a cache too; its layer is the last. */
export type Slot = { readonly layer: number } & (
  | { readonly cache: 'linear'; readonly slot: 'A_prev' | 'W' | 'b' }
  | { readonly cache: 'activation'; readonly slot: ActivationSlot }
  | { readonly cache: 'loss'; readonly slot: 'A' }
);

/** The caches of a layer. */
export type CacheName = Slot['cache'];

/** What happened to a slot. A miss is a read of a slot that held nothing; it is answered by recomputing. */
export type CacheEvent = Slot & {
  readonly kind: 'save' | 'read' | 'miss' | 'free';
  /** The buffer that the slot refers to, or would. */
  readonly buffer: BufferName;
};

/** One step of a run, as it happened. */
export interface Step {
  /** Counted from 1: step 0 is the state before the first. */
  readonly index: number;
  readonly phase: Phase;
  readonly layer: number;
  readonly op: Operation;
  /** The buffers that were read, also those read through a slot, in that order. */
  readonly reads: readonly BufferName[];
  readonly writes: readonly BufferName[];
  readonly cache: readonly CacheEvent[];
  /** Bytes held for the backward pass once the step is done. */
  readonly cacheBytes: number;
}

/** The log of a run, with the numbers of every buffer. */
export interface Trace {
  readonly model: Model;
  readonly steps: readonly Step[];
  readonly buffers: ReadonlyMap<BufferName, Matrix>;
  readonly cacheBytes: { readonly peak: number };
  /** Only where cells of the caches were changed by hand. */
  readonly tampered?: {
    /** The cached buffers in which cells were changed. */
    readonly tensors: ReadonlySet<BufferName>;
    /** The buffers as the way forward computed them; see `contents.ts`. */
    readonly computed: ReadonlyMap<BufferName, Matrix>;
  };
}

/** A slot as one string, to look things up by: `1.activation.Z`. */
export const slotKey = ({ layer, cache, slot }: Slot): string => `${layer}.${cache}.${slot}`;

/** What a step does, which is what names it: its number changes with the model. */
export type StepId = Pick<Step, 'phase' | 'op' | 'layer'>;

/** Whether two steps do the same, in two traces too. */
export const sameStep = (a: StepId, b: StepId): boolean =>
  a.phase === b.phase && a.op === b.op && a.layer === b.layer;

/** The buffer that a step writes: what it is there for. */
export function resultOf({ phase, op, layer }: StepId): BufferName {
  const ofOp: Record<Operation, BufferName> = {
    linear: `Z${layer}`,
    activation: phase === 'backward' ? `dZ${layer}` : `A${layer}`,
    cost: 'cost',
    cost_gradient: `dA${layer}`,
    output: `dZ${layer}`,
    weights: `dW${layer}`,
    bias: `db${layer}`,
    input: `dA${layer - 1}`,
  };
  return ofOp[op];
}
