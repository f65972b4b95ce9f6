import type { Matrix } from './matrix';
import type { BufferName } from './names';
import { type CacheEvent, type CacheName, type Slot, type Step, type StepId, slotKey } from './trace';

/** A step before its bytes are counted. */
export type TapeStep = Omit<Step, 'cacheBytes'>;

/** The only way to a run's numbers. Whatever a step does through it is logged as that step's doing. */
export interface Access {
  /** The buffer of that name; one that is not written yet is an Error. */
  buffer(name: BufferName): Matrix;
  /** The buffer that a slot refers to. Where the slot holds nothing, the miss is logged and answered. */
  slot(slot: Slot): Matrix;
  /** Stores a buffer under its name. */
  write(name: BufferName, matrix: Matrix): void;
  /** Makes a slot refer to a buffer. */
  save(slot: Slot, buffer: BufferName): void;
  /** Empties every slot of a layer's cache. */
  free(layer: number, cache: CacheName): void;
  /** The slots of a layer's cache that hold something. */
  held(layer: number, cache: CacheName): ReadonlySet<Slot['slot']>;
}

/**
 * An instrumented cache: it runs steps and logs what they read, write, save, miss and free because they did it.
 * `onMiss` must fill the slot, in steps of its own, and say which buffer it missed; reading an empty slot that
 * it leaves empty is an error.
 */
export class Tape {
  readonly steps: TapeStep[] = [];
  readonly buffers: Map<BufferName, Matrix>;
  private readonly slots = new Map<string, { slot: Slot; buffer: BufferName }>();

  constructor(
    given: ReadonlyMap<BufferName, Matrix>,
    private readonly onMiss: (slot: Slot) => BufferName,
    private readonly onStep: (id: StepId) => void = () => undefined,
  ) {
    this.buffers = new Map(given);
  }

  /** Runs one step. A step that misses is logged after the steps that answer the miss. */
  step(id: StepId, run: (access: Access) => void): void {
    const reads = new Set<BufferName>();
    const writes = new Set<BufferName>();
    const cache: CacheEvent[] = [];
    run(this.access(reads, writes, cache));
    this.steps.push({ ...id, index: this.steps.length + 1, reads: [...reads], writes: [...writes], cache });
    this.onStep(id);
  }

  /**
   * Puts another matrix in the place of a buffer that some slot refers to, and returns whether it is another. No step
   * does this, so that none logs it.
   */
  alter(name: BufferName, change: (matrix: Matrix) => Matrix): boolean {
    const isHeld = [...this.slots.values()].some(({ buffer }) => buffer === name);
    if (!isHeld) return false;
    const before = this.buffers.get(name)!;
    const after = change(before);
    this.buffers.set(name, after);
    return after !== before;
  }

  private access(reads: Set<BufferName>, writes: Set<BufferName>, events: CacheEvent[]): Access {
    const buffer = (name: BufferName): Matrix => {
      const matrix = this.buffers.get(name);
      if (!matrix) throw new Error(`${name} is read before it is written`);
      reads.add(name);
      return matrix;
    };
    return {
      buffer,
      slot: (slot) => {
        if (!this.slots.has(slotKey(slot))) events.push({ kind: 'miss', ...slot, buffer: this.onMiss(slot) });
        const entry = this.slots.get(slotKey(slot));
        if (!entry) throw new Error(`the slot ${slotKey(slot)} is read and holds nothing`);
        events.push({ kind: 'read', ...slot, buffer: entry.buffer });
        return buffer(entry.buffer);
      },
      write: (name, matrix) => {
        writes.add(name);
        this.buffers.set(name, matrix);
      },
      save: (slot, name) => {
        this.slots.set(slotKey(slot), { slot, buffer: name });
        events.push({ kind: 'save', ...slot, buffer: name });
      },
      free: (layer, cache) => {
        for (const { slot, buffer } of this.entries(layer, cache)) {
          this.slots.delete(slotKey(slot));
          events.push({ kind: 'free', ...slot, buffer });
        }
      },
      held: (layer, cache) => new Set(this.entries(layer, cache).map(({ slot }) => slot.slot)),
    };
  }

  private entries(layer: number, cache: CacheName) {
    return [...this.slots.values()].filter(({ slot }) => slot.layer === layer && slot.cache === cache);
  }
}
