import { cachedBytes, isGiven, sizesOf } from '../../model/model';
import type { BufferName } from '../../model/names';
import { follow, type Standing } from '../ledger';
import { type Slot, slotKey, type Trace } from '../trace';
import type { Value } from '../value';

/** A filled slot, and its share of the bytes held. */
export interface Holding extends Slot {
  readonly tensor: BufferName;
  /** What it adds to the bytes held: those of its buffer, unless they are the caller's or counted at another slot. */
  readonly bytes: number;
  /** Whether its buffer is the caller's: X, Y or a parameter. */
  readonly given: boolean;
  /** The other slot at which the bytes of its buffer are counted. */
  readonly countedAt?: Slot;
}

const known = new WeakMap<Trace, Map<number, ReadonlyMap<string, Holding>>>();

/**
 * By slot key, what the slots hold once `index` steps of a trace are done. A buffer in two slots is counted at the one
 * that it was put into first, so that the bytes add up to those of the ledger.
 */
export function holdingsAt(trace: Trace, index: number): ReadonlyMap<string, Holding> {
  const ofTrace = known.get(trace) ?? new Map<number, ReadonlyMap<string, Holding>>();
  known.set(trace, ofTrace);
  const holdings = ofTrace.get(index) ?? workedOut(trace, index);
  ofTrace.set(index, holdings);
  return holdings;
}

function workedOut({ model, steps }: Trace, index: number): ReadonlyMap<string, Holding> {
  const standing: Standing<Value> = new Map();
  for (const { cache } of steps.slice(0, index)) for (const event of cache) follow(standing, event);
  const sizes = sizesOf(model);
  const counted = new Map<Value, Slot>();
  return new Map(
    Array.from(standing.values(), ({ layer, cache, slot, buffer, value }) => {
      const of: Slot = { layer, cache, slot };
      const given = isGiven(buffer, model);
      const countedAt = given ? undefined : counted.get(value!);
      if (!countedAt) counted.set(value!, of);
      const bytes = countedAt ? 0 : cachedBytes(buffer, model, sizes);
      return [slotKey(of), { ...of, tensor: buffer, bytes, given, ...(countedAt && { countedAt }) }];
    }),
  );
}
