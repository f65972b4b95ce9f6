import type { Matrix } from '../math/matrix';
import type { BufferName } from '../model/names';
import {
  type CacheEvent,
  type CacheName,
  type Doing,
  type Slot,
  type Step,
  sameDoing,
  slotKey,
} from './trace';
import type { Value } from './value';

/** What a slot refers to. */
interface Entry {
  readonly slot: Slot;
  value: Value;
}

/** A step before its bytes are counted. */
export type TapeStep = Omit<Step, 'cacheBytes'>;

/** The only way to a run's numbers. Whatever a step does through it is logged as that step's doing. */
export interface Access {
  /** The value of that name that was written last; one that is not written yet is an Error. */
  read(name: BufferName): Matrix;
  /** What a slot refers to. Where it holds nothing, the miss is logged and answered. */
  slot(slot: Slot): Matrix;
  /** Writes a value. */
  write(name: BufferName, matrix: Matrix): void;
  /** Makes a slot refer to the value of that name; one that is not written yet is an Error. */
  save(slot: Slot, name: BufferName): void;
  /** Empties every slot of a layer's cache. */
  free(layer: number, cache: CacheName): void;
  /** The slots of a layer's cache that hold something. */
  held(layer: number, cache: CacheName): ReadonlySet<string>;
}

/**
 * An instrumented cache: it runs steps and logs what they read, write, save, miss and free because they did it.
 * `onMiss` must fill the slot, in steps of its own, and return the name of the value that was missing; to read a slot that
 * it leaves empty is an error. `keeping` may put another matrix in the place of one with the same numbers.
 */
export class Tape {
  readonly steps: TapeStep[] = [];
  readonly values: Value[] = [];
  /** Cached values that were changed by hand, and what stands in their place since. */
  readonly changed = new Map<Value, Value>();
  private readonly standing = new Map<BufferName, Value>();
  /** What stands in each cache of each layer, by slot. */
  private readonly caches = new Map<string, Map<string, Entry>>();
  /** What the step that is run has done so far. */
  private doing = nothingYet();

  constructor(
    given: ReadonlyMap<BufferName, Matrix>,
    private readonly onMiss: (slot: Slot) => BufferName,
    private readonly onStep: (id: Doing) => void = () => undefined,
    private readonly keeping: (name: BufferName, matrix: Matrix) => Matrix = (_, matrix) => matrix,
  ) {
    for (const [name, matrix] of given) this.add(name, matrix);
  }

  /** Runs one step. A step that misses is logged after the steps that answer the miss. */
  step(id: Pick<Step, 'phase' | 'op' | 'layer' | 'node'>, run: (access: Access) => void): void {
    const outer = this.doing;
    this.doing = nothingYet();
    const { reads, writes, cache } = this.doing;
    try {
      run(this.access);
    } finally {
      // What answers a miss is done within the step that missed, which goes on, whether or not the answer broke off.
      this.doing = outer;
    }
    let before = 0;
    for (const step of this.steps) if (sameDoing(step, id)) before++;
    const doing = before > 0 ? { ...id, occurrence: before + 1 } : id;
    const { phase, op, layer, node } = id;
    const index = this.steps.length + 1;
    const step: TapeStep = { phase, op, layer, node, index, reads, writes, cache };
    this.steps.push(before > 0 ? { ...step, occurrence: before + 1 } : step);
    this.onStep(doing);
  }

  /**
   * Puts a changed value under the name of one that some slot refers to; the slots refer to it from then on. This is no
   * step's doing, and so no step logs it.
   */
  change(name: BufferName, change: (matrix: Matrix) => Matrix): void {
    const before = this.standing.get(name);
    const entries = Array.from(this.caches.values(), (cache) => [...cache.values()]).flat();
    const referring = entries.filter(({ value }) => value === before);
    if (!before || referring.length === 0) return;
    const matrix = change(before.matrix);
    if (matrix === before.matrix) return;
    const value = this.add(name, matrix);
    this.changed.set(before, value);
    for (const entry of referring) entry.value = value;
  }

  private add(name: BufferName, matrix: Matrix): Value {
    const value = { id: this.values.length, name, matrix };
    this.values.push(value);
    this.standing.set(name, value);
    return value;
  }

  private valueOf(name: BufferName, done: 'read' | 'saved'): Value {
    const value = this.standing.get(name);
    if (!value) throw new Error(`${name} is ${done} before it is written`);
    return value;
  }

  private read(value: Value): Matrix {
    const { reads } = this.doing;
    if (!reads.includes(value)) reads.push(value);
    return value.matrix;
  }

  /** One for all steps. */
  private readonly access: Access = {
    read: (name) => this.read(this.valueOf(name, 'read')),
    slot: (slot) => {
      const standing = this.cacheOf(slot.layer, slot.cache);
      const { cache } = this.doing;
      if (!standing.has(slot.slot)) cache.push({ kind: 'miss', ...slot, buffer: this.onMiss(slot) });
      const entry = standing.get(slot.slot);
      if (!entry) throw new Error(`the slot ${slotKey(slot)} is read and holds nothing`);
      cache.push(done('read', slot, entry.value));
      return this.read(entry.value);
    },
    write: (name, matrix) => {
      this.doing.writes.push(this.add(name, this.keeping(name, matrix)));
    },
    save: (slot, name) => {
      const value = this.valueOf(name, 'saved');
      this.cacheOf(slot.layer, slot.cache).set(slot.slot, { slot, value });
      this.doing.cache.push(done('save', slot, value));
    },
    free: (layer, cache) => {
      const standing = this.cacheOf(layer, cache);
      for (const { slot, value } of standing.values()) this.doing.cache.push(done('free', slot, value));
      standing.clear();
    },
    held: (layer, cache) => new Set(this.cacheOf(layer, cache).keys()),
  };

  private cacheOf(layer: number, cache: CacheName): Map<string, Entry> {
    const key = `${layer}.${cache}`;
    const standing = this.caches.get(key) ?? new Map<string, Entry>();
    this.caches.set(key, standing);
    return standing;
  }
}

/** What a step has read, written and done to the caches. */
const nothingYet = () => ({
  reads: [] as Value[],
  writes: [] as Value[],
  cache: [] as CacheEvent[],
});

/** What was done with a slot that refers to a value. Field by field, since a spread takes several times as long. */
const done = (kind: CacheEvent['kind'], { layer, cache, slot }: Slot, value: Value): CacheEvent => ({
  kind,
  layer,
  cache,
  slot,
  buffer: value.name,
  value,
});
