import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromRows, type Matrix } from '../../../../src/core/math/matrix';
import { painter } from '../../../../src/view/stage/paint/colours';
import { paintMatrix } from '../../../../src/view/stage/paint/paint';

/** What the sheet is drawn on with that all canvases are handed their pictures from. */
let pen: object | null = null;

/** What is drawn on a canvas of that size: its pixels, the texts, and the strokes of each mark. */
function painted(matrix: Matrix, width: number, height: number, magnitude = 1) {
  const texts: { text: string; at: readonly number[]; most: number | undefined }[] = [];
  const marks: number[] = [];
  let image: ImageData | undefined;
  const context = {
    putImageData(put: ImageData, x: number, y: number) {
      expect([x, y]).toEqual([0, 0]);
      image = put;
    },
    fillText(text: string, x: number, y: number, most?: number) {
      texts.push({ text, at: [x, y], most });
    },
    beginPath() {
      marks.push(0);
    },
    moveTo() {},
    lineTo() {
      marks[marks.length - 1]! += 1;
    },
    stroke() {},
  };
  const handed = vi.fn();
  pen = context;
  const canvas = document.createElement('canvas');
  canvas.getContext = ((kind: string) =>
    kind === 'bitmaprenderer'
      ? { transferFromImageBitmap: handed }
      : null) as HTMLCanvasElement['getContext'];
  paintMatrix(canvas, matrix, { width, height }, { usual: magnitude, most: magnitude }, 'light');
  if (canvas.width * canvas.height > 0) expect(handed).toHaveBeenCalledExactlyOnceWith('the picture');
  /** The colour of a pixel of the canvas, as CSS has it; undefined where nothing is painted. */
  const own = (x: number, y: number): string | undefined => {
    const [r, g, b, alpha] = image!.data.subarray(4 * (y * image!.width + x));
    return alpha === 255 ? `rgb(${r}, ${g}, ${b})` : undefined;
  };
  /** The same of a pixel of the screen: browsers take the canvas's pixel that its middle lies on. */
  const at = (x: number, y: number): string | undefined => {
    const [across, down] = [width, height].map((side) => Math.round(side * window.devicePixelRatio));
    if (canvas.style.imageRendering !== 'pixelated')
      expect([canvas.width, canvas.height]).toEqual([across, down]);
    return own(
      Math.floor(((x + 0.5) * canvas.width) / across!),
      Math.floor(((y + 0.5) * canvas.height) / down!),
    );
  };
  const pixels = Array.from({ length: canvas.width * canvas.height }, (_, k) =>
    own(k % canvas.width, Math.floor(k / canvas.width)),
  );
  return { canvas, at, pixels, texts, marks };
}

/** A colour of the scale to 1, as CSS has it. */
function colourOf(value: number): string {
  const { fill } = painter({ usual: 1, most: 1 }, 'light')(value);
  if (!fill.startsWith('#')) return fill;
  return `rgb(${[1, 3, 5].map((k) => Number.parseInt(fill.slice(k, k + 2), 16)).join(', ')})`;
}

const matrix = fromRows(
  [
    [0, 1, -0.2],
    [Number.NaN, Infinity, 0.5],
  ],
  'float64',
);

beforeEach(() => {
  const sheet = { getContext: () => pen, transferToImageBitmap: () => 'the picture' };
  vi.stubGlobal(
    'OffscreenCanvas',
    // A constructor that returns an object makes that.
    function OffscreenCanvas() {
      return sheet;
    },
  );
  // jsdom has canvases, but no pixels.
  vi.stubGlobal(
    'ImageData',
    class {
      readonly height: number;
      constructor(
        readonly data: Uint8ClampedArray,
        readonly width: number,
      ) {
        this.height = data.length / 4 / width;
      }
    },
  );
});

afterEach(() => vi.unstubAllGlobals());

describe('a painted matrix', () => {
  it('has a cell for each number, in its place and in its colour, a zero too, and a gap behind each', () => {
    const { at } = painted(matrix, 90, 40);
    for (const [k, value] of matrix.data.entries()) {
      const [left, top] = [30 * (k % 3), 20 * Math.floor(k / 3)];
      for (const [x, y] of [
        [left, top],
        [left + 28, top],
        [left, top + 18],
        [left + 28, top + 18],
      ] as const)
        expect(at(x, y)).toBe(colourOf(value));
      expect(at(left + 29, top)).toBeUndefined();
      expect(at(left, top + 19)).toBeUndefined();
    }
  });

  it('sets the sides of its canvas when they change, and not to what they were', () => {
    const canvas = document.createElement('canvas');
    const set = vi.fn();
    const { width } = Object.getOwnPropertyDescriptors(HTMLCanvasElement.prototype);
    Object.defineProperty(canvas, 'width', {
      get: () => width.get!.call(canvas),
      set(value: number) {
        set(value);
        width.set!.call(canvas, value);
      },
    });
    canvas.getContext = (() => null) as unknown as HTMLCanvasElement['getContext'];
    for (const across of [90, 90, 120, 120])
      paintMatrix(canvas, matrix, { width: across, height: 40 }, { usual: 1, most: 1 }, 'light');
    expect(set.mock.calls).toEqual([[90], [120]]);
  });

  it('has numbers in cells that are large enough, none wider than its cell', () => {
    const { texts, marks } = painted(matrix, 90, 40);
    expect(texts.map(({ text }) => text)).toEqual(['0', '1', '−.20', 'NaN', '∞', '.50']);
    for (const { most } of texts) expect(most).toBeLessThan(30);
    expect(marks).toEqual([]);
  });

  it('has marks instead where the cells are too small for words: a minus, and crosses where there is no number', () => {
    const { texts, marks } = painted(matrix, 24, 16);
    expect(texts).toEqual([]);
    expect(marks).toEqual([1, 2, 2]);
  });

  it.each([1, 1.25, 2, 3])('is as sharp as a screen of %d pixels to one of CSS', (ratio) => {
    vi.stubGlobal('devicePixelRatio', ratio);
    const { canvas, at } = painted(matrix, 90, 40);
    expect([canvas.width, canvas.height]).toEqual([90, 40].map((size) => Math.round(size * ratio)));
    expect(at(Math.round(31 * ratio), 0)).toBe(colourOf(1));
    expect(at(Math.round(60 * ratio) - 1, 0)).toBeUndefined();
  });

  it.each([
    [50.3, 41.7],
    [97, 33],
    [160, 120],
    [200.5, 199.5],
  ])('has no colour that is not the legend’s, in %d by %d pixels', (width, height) => {
    const values = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 80 }, (_, j) => Math.sin(i * 80 + j)),
    );
    const dense = fromRows(values, 'float64');
    const { pixels } = painted(dense, width, height);
    const legend = new Set(Array.from(dense.data, colourOf));
    expect(pixels.filter((colour) => !legend.has(colour!))).toEqual([]);
  });

  it('has a pixel for each cell that it draws, where nothing stands in or between them', () => {
    const values = Array.from({ length: 20 }, (_, i) =>
      Array.from({ length: 30 }, (_, j) => Math.sin(i * 30 + j)),
    );
    const sidesIn = (width: number, height: number): readonly unknown[] => {
      const { canvas } = painted(fromRows(values, 'float64'), width, height);
      return [canvas.width, canvas.height, canvas.style.imageRendering];
    };
    expect(sidesIn(100, 50)).toEqual([30, 20, 'pixelated']);
    expect(sidesIn(100, 10)).toEqual([30, 10, 'pixelated']);
    expect(sidesIn(300, 200)).toEqual([300, 200, 'auto']);
  });

  it('shows some of its cells, evenly, where it has more than there are pixels', () => {
    const wide = fromRows([Array.from({ length: 1000 }, (_, j) => (j < 500 ? 1 : -1))], 'float64');
    const { at } = painted(wide, 100, 10);
    const row = Array.from({ length: 100 }, (_, x) => at(x, 5));
    expect(row.slice(0, 50).every((colour) => colour === colourOf(1))).toBe(true);
    expect(row.slice(50).every((colour) => colour === colourOf(-1))).toBe(true);
  });

  it('shows every cell that is no number, also where it has more cells than there are pixels', () => {
    for (const place of [0, 1, 499, 777, 999]) {
      const wide = fromRows(
        [Array.from({ length: 1000 }, (_, j) => (j === place ? Number.NaN : 0)), new Array(1000).fill(0)],
        'float64',
      );
      const { pixels } = painted(wide, 90, 1);
      // The last pixel whose cells begin no later.
      const standsFor = pixels.findLastIndex((_, x) => Math.floor((x * 1000) / 90) <= place);
      expect(pixels.flatMap((colour, x) => (colour === colourOf(Number.NaN) ? [x] : []))).toEqual([
        standsFor,
      ]);
    }
  });

  it.each([
    ['a pixel for each cell', 1],
    ['fewer pixels than cells', 0.5],
    ['some pixels for each cell', 3],
  ])(
    'has the colour of each cell where there are many, with %s, also once there is a faster shader',
    async (_, scale) => {
      const [rows, cols] = [60, 80];
      const many = fromRows(
        Array.from({ length: rows }, (_row, i) =>
          Array.from({ length: cols }, (_cell, j) => Math.sin(i * cols + j)),
        ),
        'float32',
      );
      const before = painted(many, cols * scale, rows * scale).pixels;
      await import('../../../../src/view/stage/paint/kernel/provided');
      const { at, pixels } = painted(many, cols * scale, rows * scale);
      expect(pixels).toEqual(before);
      for (let y = 0; y < rows * scale; y += 7)
        for (let x = 0; x < cols * scale; x += 7)
          expect(at(x, y)).toBe(colourOf(many.data[Math.floor(y / scale) * cols + Math.floor(x / scale)]!));
    },
  );
});
