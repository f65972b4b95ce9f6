import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Frame } from '../../core/pass/frames/frame';
import { createAsBefore } from './drawing/as-before';
import { byColumn, type ColumnThing } from './drawing/by-column';
import { drawingOf, type Scene } from './drawing/drawing';
import type { Thing } from './drawing/thing';
import type { Geometry } from './layout/geometry';

/** From how many things on a drawing takes longer than a frame. */
const MANY = 400;

/** What is drawn, of which frame, and where. */
interface Now {
  readonly things: readonly Thing[];
  readonly frame: Frame;
  readonly geometry: Geometry;
}

/**
 * A drawing at once, where it is small; a large one as soon as nothing else is to be done, so that no key waits for it:
 * until then there is the one before it. A small one is not deferred, since all that is deferred is rendered once more.
 */
function useUnhurried(now: Now): Now {
  const isMany = now.things.length >= MANY;
  const small = useRef<Now>({ ...now, things: [] });
  useEffect(() => {
    if (!isMany) small.current = now;
  });
  const unhurried = useDeferredValue(isMany ? now : undefined, undefined);
  return isMany ? (unhurried ?? small.current) : now;
}

/**
 * What a picture is drawn of, as a whole and by columns. What looks the same as before is the same thing, in another pass
 * too, so that nothing is drawn anew for it.
 */
export function useDrawing(
  { trace, frame, scales, geometry, notes }: Scene,
  quieten?: (things: readonly Thing[]) => readonly Thing[],
): Now & { readonly inColumns: ReadonlyMap<number, readonly ColumnThing[]> } {
  const [asBefore] = useState(createAsBefore);
  const now = useMemo(() => {
    const things = drawingOf({ trace, frame, scales, geometry, notes });
    return { things: asBefore(quieten?.(things) ?? things), frame, geometry };
  }, [trace, frame, scales, geometry, notes, quieten, asBefore]);
  const drawn = useUnhurried(now);
  const inColumns = useMemo(() => byColumn(drawn.things, drawn.geometry), [drawn]);
  return { ...drawn, inColumns };
}
