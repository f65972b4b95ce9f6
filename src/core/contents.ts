import type { Place } from './frame';
import type { Matrix } from './matrix';
import type { BufferName } from './names';
import type { Step, Trace } from './trace';

/*
 * What was computed on the way forward and what the caches hold are the same numbers, unless cells of the caches were
 * changed by hand. No step of the way forward reads a cache, so that it is all one when between saving and reading that
 * was done: a cache is shown as it was left, and the forward lane as it was computed.
 */

/** Whether anything in the caches is not what the way forward left there. */
export const isTampered = ({ tampered }: Trace): boolean =>
  tampered !== undefined && tampered.tensors.size > 0;

/** The buffers as the way forward computed them, and as they were given. */
export const computedIn = ({ buffers, tampered }: Trace): ReadonlyMap<BufferName, Matrix> =>
  tampered?.computed ?? buffers;

/** The buffers as a step read and wrote them. */
export const buffersOf = (step: Step, trace: Trace): ReadonlyMap<BufferName, Matrix> =>
  step.phase === 'forward' || step.op === 'cost' ? computedIn(trace) : trace.buffers;

/** What stands at a place. */
export function contentOf({ lane, tensor, since }: Place, trace: Trace): Matrix {
  if (lane !== 'forward') return trace.buffers.get(tensor)!;
  const writer = trace.steps[(since ?? 0) - 1];
  return (writer ? buffersOf(writer, trace) : computedIn(trace)).get(tensor)!;
}
