import { magnitudesOf } from '../../../src/core/checks/magnitudes';
import { roundingOf } from '../../../src/core/checks/rounding';
import { map } from '../../../src/core/math/matrix';
import { type BufferName, isGradient } from '../../../src/core/model/names';
import type { Trace } from '../../../src/core/pass/trace';

/** The gradients that are made of another, and that one: all that a mistake there spoils, by what steps read. */
export function madeOf({ steps }: Trace, source: BufferName): ReadonlySet<BufferName> {
  const spoilt = new Set([source]);
  for (const { reads, writes } of steps)
    if (reads.some(({ name }) => spoilt.has(name)))
      for (const { name } of writes) if (isGradient(name)) spoilt.add(name);
  return spoilt;
}

/** A pass that takes one gradient times a factor, and goes on with it: the way back is linear in what comes from above. */
export function mutated(trace: Trace, tensor: BufferName, factor: number): Trace {
  const buffers = new Map(trace.buffers);
  for (const name of madeOf(trace, tensor))
    buffers.set(
      name,
      map(buffers.get(name)!, (x) => factor * x),
    );
  return { ...trace, buffers };
}

/** Every gradient of a pass that is not all 0, but for rounding, as db is under batch norm: of those no factor makes another. */
export function gradientsIn(trace: Trace): BufferName[] {
  const { buffers, model } = trace;
  const magnitudes = magnitudesOf(trace);
  return [...buffers.keys()].filter(
    (name) =>
      isGradient(name) &&
      buffers
        .get(name)!
        .data.some(
          (x: number, k: number) =>
            Math.abs(x) > roundingOf(model.precision) * magnitudes.get(name)!.terms.data[k]!,
        ),
  );
}
