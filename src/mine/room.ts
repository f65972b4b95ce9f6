import type { Matrix } from '../core/math/matrix';
import type { BufferName } from '../core/model/names';

/** What was worked out of some world, by the names of tensors, for as long as there is room for it. */
export interface Shelf {
  /** The tensor of that name, worked out where it is not there, or not there any more. */
  of(name: BufferName, make: () => Matrix): Matrix;
}

/** A tensor, and the shelf that it lies on. */
interface Kept {
  readonly name: BufferName;
  readonly matrix: Matrix;
  readonly on: Map<BufferName, Kept>;
}

/**
 * Room for so many bytes of tensors that can be worked out again: beyond it, those go that were not asked for longest.
 * All worlds of a report share one, since each of them may be a whole pass in float64, and so may each of its draws.
 * Judging goes along the pass and back: what goes are the first layers, which are asked for last, and cost least.
 */
export class Room {
  private readonly inOrder = new Set<Kept>();
  bytes = 0;

  constructor(private readonly most: number) {}

  shelf(): Shelf {
    const on = new Map<BufferName, Kept>();
    return {
      of: (name, make) => {
        const found = on.get(name);
        if (found) {
          this.inOrder.delete(found);
          this.inOrder.add(found);
          return found.matrix;
        }
        const matrix = make();
        this.keep({ name, matrix, on });
        return matrix;
      },
    };
  }

  private keep(kept: Kept): void {
    kept.on.set(kept.name, kept);
    this.inOrder.add(kept);
    this.bytes += kept.matrix.data.byteLength;
    for (const oldest of this.inOrder) {
      if (this.bytes <= this.most) return;
      this.inOrder.delete(oldest);
      oldest.on.delete(oldest.name);
      this.bytes -= oldest.matrix.data.byteLength;
    }
  }
}
