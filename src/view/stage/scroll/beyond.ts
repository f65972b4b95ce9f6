import type { BufferName } from '../../../core/model/names';
import type { Frame } from '../../../core/pass/frames/frame';
import type { Box, Geometry } from '../layout/geometry';

/** Where from what is seen something stands. */
export type Side = 'left' | 'right' | 'above' | 'below';

/** Something that the step reads or makes, and that is not in sight. */
export interface Beyond {
  readonly key: string;
  readonly tensor: BufferName;
  readonly mark: 'read' | 'write';
  readonly side: Side;
  readonly box: Box;
}

/** Which part of a stretch is seen. */
const partOf = (from: number, length: number, at: number, extent: number): number =>
  Math.max(0, Math.min(from + length, at + extent) - Math.max(from, at)) / length;

/** On which side of what is seen a box stands; undefined where half of it or more is in sight. */
function sideOf({ x, y, width, height }: Box, seen: Box): Side | undefined {
  const across = partOf(x, width, seen.x, seen.width);
  const down = partOf(y, height, seen.y, seen.height);
  if (across >= 0.5 && down >= 0.5) return undefined;
  if (across < 0.5) return x + width / 2 < seen.x + seen.width / 2 ? 'left' : 'right';
  return y + height / 2 < seen.y + seen.height / 2 ? 'above' : 'below';
}

/**
 * What a step reads and makes of which less than a half is in sight. What is in sight at another place need not be said, nor
 * what is computed again into a slot where it stood before.
 */
export function beyondOf({ step, places }: Frame, { boxes }: Geometry, seen: Box): readonly Beyond[] {
  const marked = Array.from(places).flatMap(([key, { tensor, mark, slot }]) => {
    const box = boxes.get(key);
    const isOld = !slot && step?.phase === 'recompute';
    return box && mark && !isOld ? [{ key, tensor, mark, box, side: sideOf(box, seen) }] : [];
  });
  const inSight = new Set(marked.filter(({ side }) => !side).map(({ tensor, mark }) => `${mark} ${tensor}`));
  const said = new Set<string>();
  return marked.flatMap(({ side, ...of }) => {
    const what = `${of.mark} ${of.tensor}`;
    if (!side || inSight.has(what) || said.has(what)) return [];
    said.add(what);
    return [{ ...of, side }];
  });
}
