import { type BufferName, spoken } from '../core/model/names';
import { type Holding, holdingsAt } from '../core/pass/frames/holdings';
import type { Trace } from '../core/pass/trace';
import { cacheOf, listed } from './phrases';

/** A buffer that is counted among the bytes held before a step or after it. */
export interface HeldBuffer {
  readonly tensor: BufferName;
  /** The slots that it stands in, in words. */
  readonly where: string;
  readonly before: number;
  readonly after: number;
}

/** What the bytes held before and after a step are the sum of, and what stands in caches and counts nothing. */
export interface Held {
  readonly buffers: readonly HeldBuffer[];
  readonly before: number;
  readonly after: number;
  /** What is the caller's. */
  readonly given: readonly BufferName[];
}

const bytesBy = (holdings: readonly Holding[]): Map<BufferName, number> => {
  const bytes = new Map<BufferName, number>();
  for (const { tensor, given, bytes: own } of holdings)
    if (!given) bytes.set(tensor, (bytes.get(tensor) ?? 0) + own);
  return bytes;
};

const sum = (bytes: Map<BufferName, number>): number => Array.from(bytes.values()).reduce((a, b) => a + b, 0);

/** The sum of the bytes held before and after the step of that index, buffer by buffer; before the first, of nothing. */
export function heldAround(trace: Trace, index: number): Held {
  const [old, now] = [Math.max(0, index - 1), index].map((i) =>
    Array.from(holdingsAt(trace, i).values()),
  ) as [Holding[], Holding[]];
  const [before, after] = [bytesBy(old), bytesBy(now)];
  const standsIn = (tensor: BufferName): string => {
    const stands = now.some((holding) => holding.tensor === tensor) ? now : old;
    const slots = stands.filter((holding) => holding.tensor === tensor);
    return listed(slots.map((holding) => `${holding.slot} in ${cacheOf(holding)}`));
  };
  return {
    buffers: Array.from(new Set([...before.keys(), ...after.keys()]), (tensor) => ({
      tensor,
      where: standsIn(tensor),
      before: before.get(tensor) ?? 0,
      after: after.get(tensor) ?? 0,
    })),
    before: sum(before),
    after: sum(after),
    given: Array.from(new Set(now.filter(({ given }) => given).map(({ tensor }) => tensor))),
  };
}

/** Why the bytes held changed at a step: what it kept and what it freed; undefined where they did not. */
export function changeOf({ buffers, before, after }: Held): string | undefined {
  const named = (changed: (buffer: HeldBuffer) => boolean) =>
    listed(buffers.filter(changed).map(({ tensor }) => spoken(tensor)));
  const kept = named((buffer) => buffer.after > buffer.before);
  const gone = named((buffer) => buffer.after < buffer.before);
  if (before === after && !kept && !gone) return undefined;
  return [kept && `${kept} is kept from here on`, gone && `${gone} is freed`].filter(Boolean).join(', ');
}
