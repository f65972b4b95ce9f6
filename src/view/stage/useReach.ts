import { startTransition, useEffect, useState } from 'react';
import type { Frame } from '../../core/pass/frames/frame';

/** How many layers to either side of the step's are drawn at first, and how many more in each of the next turns. */
const REACH = 6;

/**
 * How many layers to either side of the step's a picture has by now: those around the step at once, the others in turn,
 * since to add all cards of a deep network at once would hold up whoever presses a key meanwhile. All of them are
 * there in the end, seen or not, so that readers and printers find them.
 */
export function useReach(layers: number): number {
  const [reach, setReach] = useState(REACH);
  const isWhole = reach >= layers;
  useEffect(() => {
    if (isWhole) return;
    const timer = setTimeout(() => startTransition(() => setReach(reach + REACH)));
    return () => clearTimeout(timer);
  }, [isWhole, reach]);
  return isWhole ? layers : reach;
}

/** Whether a layer is no further than that from the one that a frame's step belongs to. */
export const isWithin = (layer: number, { step }: Pick<Frame, 'step'>, reach: number): boolean =>
  Math.abs(layer - (step?.layer ?? 1)) <= reach;
