import type { Matrix } from '../../../core/math/matrix';
import type { Place } from '../../../core/pass/frames/place';
import { type Scale, scaleFor } from '../../../state/scales';
import type { Scene } from '../drawing/drawing';
import type { Box } from '../layout/geometry';
import { shadingOf, type ThemeName } from '../paint/colours';
import { pixelsOf } from '../paint/pixels';

/** What the pixels of a place follow from. */
interface Shown {
  readonly matrix: Matrix;
  readonly state: Place['state'];
  readonly scale: Scale;
}

/** The cells of a picture, small, as pixels, and what they show of each place by now, in the order of the boxes. */
export interface SmallCells {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array<ArrayBuffer>;
  readonly shown: Shown[];
}

/** The cells of a picture of that many pixels, in which nothing is drawn yet. */
export const noCells = (width: number, height: number): SmallCells => ({
  width,
  height,
  pixels: new Uint32Array(width * height),
  shown: [],
});

/** How many pixels a pixel of the picture takes in the small one: a map is read by what stands beside what, so that it takes all the room it has. */
export interface Shrinking {
  readonly across: number;
  readonly down: number;
}

/** What is left of a pixel's colour where a place is freed: a quarter of it, whatever the order of its bytes. */
const FADED = new Uint32Array(Uint8Array.of(255, 255, 255, 64).buffer)[0]!;

/**
 * Draws a frame's cells, in pixels of the screen. What stands as it stood is left as it is, since a
 * step changes a handful of places and a deep network has thousands. Returns whether there is anything new to see. All
 * that was drawn on the cells before had its boxes where this has them.
 */
export function drawSmall(
  cells: SmallCells,
  { frame, scales, geometry }: Pick<Scene, 'frame' | 'scales' | 'geometry'>,
  by: Shrinking,
  theme: ThemeName,
): boolean {
  let isNew = false;
  for (const [i, [key, box]] of [...geometry.boxes].entries()) {
    const { tensor, value, state } = frame.places.get(key)!;
    const shown: Shown = { matrix: value.matrix, state, scale: scaleFor(tensor, scales) };
    const before = cells.shown[i];
    if (before && isSame(before, shown)) continue;
    cells.shown[i] = shown;
    drawPlace(cells, shown, box, by, theme);
    isNew = true;
  }
  return isNew;
}

const isSame = (a: Shown, b: Shown): boolean =>
  a.state === b.state &&
  (a.state === 'empty' ||
    (a.matrix === b.matrix && a.scale.usual === b.scale.usual && a.scale.most === b.scale.most));

function drawPlace(
  { width: across, height: down, pixels }: SmallCells,
  { matrix, state, scale: colours }: Shown,
  box: Box,
  by: Shrinking,
  theme: ThemeName,
): void {
  // At least a pixel, which at the end of a picture has to move up.
  const width = Math.max(1, Math.round(box.width * by.across));
  const height = Math.max(1, Math.round(box.height * by.down));
  const x = Math.min(Math.round(box.x * by.across), across - width);
  const y = Math.min(Math.round(box.y * by.down), down - height);
  const rows = Array.from({ length: height }, (_, i) => (y + i) * across + x);
  if (state === 'empty' || matrix.data.length === 0) {
    for (const start of rows) pixels.fill(0, start, start + width);
    return;
  }
  const raster = {
    across: Math.min(matrix.cols, width),
    down: Math.min(matrix.rows, height),
    width,
    height,
    gap: 0,
  };
  const own = pixelsOf(matrix, raster, shadingOf(colours, theme));
  if (state === 'freed') for (let k = 0; k < own.length; k++) own[k]! &= FADED;
  rows.forEach((start, i) => {
    pixels.set(own.subarray(i * width, (i + 1) * width), start);
  });
}
