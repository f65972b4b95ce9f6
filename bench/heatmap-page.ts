import { reachOf } from '../src/state/scales';
import { paintMatrix } from '../src/view/stage/paint/paint';
import '../src/view/stage/paint/kernel/provided';
import { contender, ratioOf } from './pairs';
import { drawn } from './products';

/** A canvas that is on the page, of so many pixels. */
function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  document.body.append(canvas);
  return canvas;
}

/**
 * How many times as long a heatmap with a pixel for each cell takes as to put pixels that are there already: what the
 * bench has the browser run.
 */
export function heatmapOverPixels(rows: number, cols: number, pairs: number): Promise<number> {
  const matrix = drawn(rows, cols, 1);
  const scale = reachOf([matrix]);
  const painted = canvasOf(cols, rows);
  const context = canvasOf(cols, rows).getContext('2d')!;
  const pixels = new ImageData(new Uint8ClampedArray(4 * rows * cols).fill(128), cols);
  return ratioOf(
    contender('putImageData', () => context.putImageData(pixels, 0, 0)),
    contender('a heatmap', () => paintMatrix(painted, matrix, { width: cols, height: rows }, scale, 'light')),
    pairs,
  );
}
