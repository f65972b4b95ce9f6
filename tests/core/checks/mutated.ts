import { map } from '../../../src/core/math/matrix';
import { type BufferName, isGradient, parseName } from '../../../src/core/model/names';
import type { Trace } from '../../../src/core/pass/trace';

/** Whether a gradient is made of another, or is that one: all that a mistake there spoils. */
export function isMadeOf(name: BufferName, source: BufferName): boolean {
  if (name === source) return true;
  const [of, from] = [parseName(name), parseName(source)];
  if (from.kind === 'dW' || from.kind === 'db') return false;
  if (of.layer !== from.layer) return of.layer < from.layer;
  return from.kind === 'dA' || of.kind === 'dW' || of.kind === 'db';
}

/** A pass that takes one gradient times a factor, and goes on with it: the way back is linear in what comes from above. */
export function mutated(trace: Trace, tensor: BufferName, factor: number): Trace {
  const buffers = new Map(trace.buffers);
  for (const [name, matrix] of buffers)
    if (isGradient(name) && isMadeOf(name, tensor))
      buffers.set(
        name,
        map(matrix, (x) => factor * x),
      );
  return { ...trace, buffers };
}

/** Every gradient of a pass that is not all 0: of those no factor makes another. */
export const gradientsIn = ({ buffers }: Trace): BufferName[] =>
  [...buffers.keys()].filter(
    (name) => isGradient(name) && buffers.get(name)!.data.some((x: number) => x !== 0),
  );
