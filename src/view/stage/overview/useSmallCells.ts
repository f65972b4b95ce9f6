import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Scene } from '../drawing/drawing';
import type { Cell } from '../layout/measure';
import type { ThemeName } from '../paint/colours';
import { drawOn } from '../paint/sheet';
import { createAfterFrame } from './after-frame';
import { drawSmall, noCells, type Shrinking, type SmallCells } from './small-cells';

/** Draws the cells of a scene with this outline, small, on a canvas of some size in pixels of the screen. */
export function useSmallCells(
  canvas: RefObject<HTMLCanvasElement | null>,
  scene: Scene,
  outline: string,
  by: Shrinking,
  { width, height }: Cell,
  theme: ThemeName,
): void {
  const drawn = useRef<SmallCells>(undefined);
  const { geometry, frame, scales } = scene;
  const { across, down } = by;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas of another size is empty, and another theme has other colours.
  useEffect(() => {
    drawn.current = undefined;
  }, [outline, across, down, theme]);
  const [afterFrame] = useState(createAfterFrame);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is a new object at every step, its parts are not.
  useEffect(() => {
    let isPast = false;
    const draw = () => {
      if (isPast || !canvas.current) return;
      drawn.current ??= noCells(width, height);
      if (!drawSmall(drawn.current, scene, by, theme)) return;
      const channels = new Uint8ClampedArray(drawn.current.pixels.buffer);
      drawOn(canvas.current, (pen) => pen.putImageData(new ImageData(channels, width), 0, 0));
    };
    // All is seen on the stage first, and here a frame later.
    afterFrame(draw);
    return () => {
      isPast = true;
    };
  }, [geometry, frame, scales, across, down, theme, afterFrame]);
}
