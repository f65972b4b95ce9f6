import type { Matrix } from '../../../core/math/matrix';
import type { Scale } from '../../../state/scales';
import type { Cell } from '../layout/measure';
import { painter, shadingOf, type ThemeName } from './colours';
import { gridOf } from './grid';
import { pixelsOf, type Raster } from './pixels';
import { drawOn } from './sheet';
import { writeInCells } from './writing';

/** So many CSS pixels, in pixels of the screen. */
const onScreen = (length: number): number => Math.round(length * (window.devicePixelRatio || 1));

/**
 * Draws a matrix over a canvas of that size in CSS pixels: each pixel of the screen has exactly a colour of the legend,
 * whatever the size. The values are written where the cells are large enough.
 */
export function paintMatrix(
  canvas: HTMLCanvasElement,
  matrix: Matrix,
  { width, height }: Cell,
  scale: Scale,
  theme: ThemeName,
): void {
  const ratio = window.devicePixelRatio || 1;
  const room = { across: onScreen(width), down: onScreen(height) };
  const grid = gridOf(matrix, { width, height }, room);
  // Cells with nothing in or between them have a pixel each, which browsers enlarge: most of what else is to be done is by
  // the pixel. They are moved and not mixed also where the page puts the canvas between pixels.
  const isPlain = grid.holds === 'nothing';
  const { across, down } = isPlain ? grid : room;
  // Sides that are set are new ones to browsers, also where they are as before: the canvas would be laid out anew.
  if (canvas.width !== across || canvas.height !== down)
    Object.assign(canvas, { width: across, height: down });
  canvas.style.imageRendering = isPlain ? 'pixelated' : 'auto';
  drawOn(canvas, (context) => {
    if (matrix.data.length === 0) return;
    const raster: Raster = {
      ...grid,
      width: across,
      height: down,
      gap: grid.gap && Math.max(1, Math.round(ratio)),
    };
    const pixels = pixelsOf(matrix, raster, shadingOf(scale, theme));
    const channels = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
    context.putImageData(new ImageData(channels, across), 0, 0);
    if (!isPlain) writeInCells(context, { matrix, grid, raster, ratio, paint: painter(scale, theme) });
  });
}
