import type { Matrix } from '../core/math/matrix';
import type { BufferName } from '../core/model/names';

/** Which way of a pass makes a tensor. */
export type Direction = 'forward' | 'back';

/** What was worked out of some world, by the names of tensors, for as long as there is room for it. */
export interface Shelf {
  /** The tensor of that name, worked out where it is not there, or not there any more. */
  of(name: BufferName, direction: Direction, make: () => Matrix): Matrix;
}

/** A tensor, and the shelf that it lies on. */
interface Kept {
  readonly name: BufferName;
  readonly matrix: Matrix;
  readonly on: Map<BufferName, Kept>;
}

/** Which part of the room is for the way forward: the way back goes from step to step, and only on. */
const FORWARD = 0.75;

/** Room for so many bytes of tensors: beyond it, those go that were not asked for longest. */
class Part {
  private readonly inOrder = new Set<Kept>();
  bytes = 0;

  constructor(private readonly most: number) {}

  renew(kept: Kept): void {
    if (this.inOrder.delete(kept)) this.inOrder.add(kept);
  }

  keep(kept: Kept): void {
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

/**
 * Room for so many bytes of tensors that can be worked out again, a part of it for each way of a pass. All worlds of a report
 * share one, since each of them may be a whole pass in float64, and so may each of its draws. On the way back first layers
 * are worked out again from X on; were there one room, that would push out where the way back stands, which rests on
 * everything that it came through: each of its steps would then begin with the whole pass.
 */
export class Room {
  private readonly parts: Readonly<Record<Direction, Part>>;

  /** `onMade` is called with how many numbers were worked out. */
  constructor(
    most: number,
    private readonly onMade: (numbers: number) => void = () => undefined,
  ) {
    this.parts = { forward: new Part(FORWARD * most), back: new Part((1 - FORWARD) * most) };
  }

  get bytes(): number {
    return this.parts.forward.bytes + this.parts.back.bytes;
  }

  shelf(): Shelf {
    const on = new Map<BufferName, Kept>();
    return {
      of: (name, direction, make) => {
        const part = this.parts[direction];
        const found = on.get(name);
        if (found) {
          part.renew(found);
          return found.matrix;
        }
        const matrix = make();
        this.onMade(matrix.data.length);
        part.keep({ name, matrix, on });
        return matrix;
      },
    };
  }
}
