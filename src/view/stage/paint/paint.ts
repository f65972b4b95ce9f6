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
 * Draws a matrix over a canvas of that size in CSS pixels, pixel by pixel of the screen: each has exactly a colour of
 * the legend, whatever the size. The values are written where the cells are large enough.
 */
export function paintMatrix(
  canvas: HTMLCanvasElement,
  matrix: Matrix,
  { width, height }: Cell,
  scale: Scale,
  theme: ThemeName,
): void {
  const ratio = window.devicePixelRatio || 1;
  const sides = { width: onScreen(width), height: onScreen(height) };
  // Sides that are set are new ones to browsers, also where they are as before: the canvas would be laid out anew.
  if (canvas.width !== sides.width || canvas.height !== sides.height) Object.assign(canvas, sides);
  drawOn(canvas, (context) => {
    if (matrix.data.length === 0) return;
    const grid = gridOf(matrix, { width, height }, { across: canvas.width, down: canvas.height });
    const raster: Raster = {
      across: grid.across,
      down: grid.down,
      width: canvas.width,
      height: canvas.height,
      gap: grid.gap && Math.max(1, Math.round(ratio)),
    };
    const pixels = pixelsOf(matrix, raster, shadingOf(scale, theme));
    const channels = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
    context.putImageData(new ImageData(channels, raster.width), 0, 0);
    // Where the page puts the canvas between pixels, small cells are moved and not mixed.
    const rendering = grid.holds === 'nothing' ? 'pixelated' : 'auto';
    if (canvas.style.imageRendering !== rendering) canvas.style.imageRendering = rendering;
    if (grid.holds !== 'nothing')
      writeInCells(context, { matrix, grid, raster, ratio, paint: painter(scale, theme) });
  });
}

/** Whether a canvas of the page has been painted: browsers make each of them with other sides than any of ours has. */
export const isPainted = ({ width, height, style }: HTMLCanvasElement): boolean =>
  width === onScreen(Number.parseFloat(style.width)) && height === onScreen(Number.parseFloat(style.height));
