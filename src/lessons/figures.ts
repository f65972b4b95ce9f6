import type { KeepRuleName } from '../core/model/keep-rules';
import type { Model } from '../core/model/model';
import { backwardCost } from '../core/pass/cost';
import { dryRun } from '../core/pass/dry-run';
import { makesCost } from '../core/pass/nodes';
import type { Slot, Step, Trace } from '../core/pass/trace';
import { grouped } from '../explain/numbers';
import { changeLayer } from './network';
import { turnMaking } from './turn';

/** Multiplications and exponentials of the turn that makes a tensor on the way back, what is computed again included. */
export const costOfMaking = (trace: Trace, name: string) =>
  backwardCost(trace.model, turnMaking(trace, name).steps);

/** Bytes held once the loss has saved A[L]: all that the forward pass keeps. */
export const heldAfterForward = (model: Model): number => dryRun(model).find(makesCost)!.cacheBytes;

/** Bytes that a keep rule of layer l costs beyond what is held if the layer keeps nothing. */
export const bytesOfRule = (model: Model, l: number, keep: KeepRuleName): number =>
  heldAfterForward(changeLayer(model, l, { keep })) -
  heldAfterForward(changeLayer(model, l, { keep: 'none' }));

/** Bytes that a keep rule of layer l costs at the end of the forward pass, in words for a sentence. */
export const inBytes = (bytes: number): string => `${grouped(bytes)} bytes`;

/** Rows and columns of a tensor of the record, in words: `3 × 8`. */
export function shapeIn({ buffers }: Pick<Trace, 'buffers'>, name: string): string {
  const { rows, cols } = buffers.get(name)!;
  return `${rows} × ${cols}`;
}

/** The slots into which a tensor is saved on the way forward. */
export const holdersOf = ({ steps }: Pick<Trace, 'steps'>, name: string): readonly Slot[] =>
  savesIn(steps).filter(({ buffer }) => buffer === name);

/** What is saved on the way forward. */
export const savesIn = (steps: readonly Step[]) =>
  steps
    .filter(({ phase }) => phase === 'forward' || phase === 'loss')
    .flatMap(({ cache }) => cache)
    .filter(({ kind }) => kind === 'save');
