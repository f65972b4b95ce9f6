import { allFinite } from '../../../core/math/finite';
import type { Matrix } from '../../../core/math/matrix';
import type { Shading } from './colours';
import { type Numbers, shade } from './shade';
import { STRANGE } from './shades';

/** Cells of which so many stand side by side on so many pixels, with a gap behind each; all in device pixels. */
export interface Raster {
  readonly across: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** Where each of some cells begins on some pixels, and at the end where the last one ends: whole pixels. */
export const edgesOf = (count: number, size: number): Int32Array =>
  Int32Array.from({ length: count + 1 }, (_, i) => Math.round((i * size) / count));

/** For each drawn cell along a side the first of the cells that it stands for: itself, where all are drawn. */
export const firstOf = (drawn: number, count: number): Int32Array =>
  Int32Array.from({ length: drawn }, (_, i) => Math.floor((i * count) / drawn));

let written = new Uint32Array(0);

/** So many clear pixels, in memory that is used again: what is new to a program costs it a fault for each page of it. */
function clearPixels(count: number): Uint32Array<ArrayBuffer> {
  if (written.length < count) written = new Uint32Array(count);
  return written.subarray(0, count).fill(0);
}

/** The cells of a matrix that are drawn, row by row. */
function drawnCells({ rows, cols, data }: Matrix, { across, down }: Raster): Numbers {
  const write: Numbers['write'] = (into) => {
    if (across === cols && down === rows) {
      into.set(data);
      return;
    }
    const [firstCols, firstRows] = [firstOf(across, cols), firstOf(down, rows)];
    for (let i = 0; i < down; i++) {
      const [row, to] = [firstRows[i]! * cols, i * across];
      for (let j = 0; j < across; j++) into[to + j] = data[row + firstCols[j]!]!;
    }
  };
  return { count: across * down, isDouble: data instanceof Float64Array, write };
}

/** The pixels of cells that are larger than one, or of which some have a gap behind them. */
function spread(cells: Uint32Array, { across, down, width, height, gap }: Raster): Uint32Array<ArrayBuffer> {
  const pixels = clearPixels(width * height);
  const [lefts, tops] = [edgesOf(across, width), edgesOf(down, height)];
  for (let i = 0; i < down; i++) {
    const [top, bottom] = [tops[i]! * width, (tops[i + 1]! - gap) * width];
    for (let j = 0; j < across; j++) {
      const end = top + lefts[j + 1]! - gap;
      for (let at = top + lefts[j]!; at < end; at++) pixels[at] = cells[i * across + j]!;
    }
    for (let at = top + width; at < bottom; at += width) pixels.copyWithin(at, top, top + width);
  }
  return pixels;
}

/**
 * The pixels of a matrix, row by row, each of exactly one colour of its scale; gaps are clear. Where it has more cells
 * than there are pixels, a pixel shows one of the cells that it stands for, and one that is no number before all others.
 * They are good until the next are asked for.
 */
export function pixelsOf(matrix: Matrix, raster: Raster, shading: Shading): Uint32Array<ArrayBuffer> {
  const { across, down, width, height } = raster;
  const cells = shade(drawnCells(matrix, raster), shading);
  const pixels = across === width && down === height ? cells : spread(cells, raster);
  if ((across < matrix.cols || down < matrix.rows) && !allFinite(matrix))
    markStrange(matrix, raster, pixels, shading.colours[STRANGE]!);
  return pixels;
}

/** Gives the colour of what is no number to each pixel that stands for such a cell among others. */
function markStrange(
  { rows, cols, data }: Matrix,
  { across, down, width, height }: Raster,
  pixels: Uint32Array,
  colour: number,
): void {
  const [lefts, tops] = [edgesOf(across, width), edgesOf(down, height)];
  for (let k = 0; k < data.length; k++) {
    const value = data[k]!;
    // Of numbers, and of nothing else, this is 0.
    if (value - value === 0) continue;
    const [i, j] = [drawnFor(Math.floor(k / cols), down, rows), drawnFor(k % cols, across, cols)];
    for (let at = tops[i]!; at < tops[i + 1]!; at++)
      pixels.fill(colour, at * width + lefts[j]!, at * width + lefts[j + 1]!);
  }
}

/** Which of the drawn cells along a side stands for a cell. */
const drawnFor = (index: number, drawn: number, count: number): number =>
  Math.min(drawn - 1, Math.ceil(((index + 1) * drawn) / count) - 1);
