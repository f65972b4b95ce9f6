import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromRows, type Matrix } from '../../../../src/core/math/matrix';
import { painter } from '../../../../src/view/stage/paint/colours';
import { paintMatrix } from '../../../../src/view/stage/paint/paint';

/** What is drawn on a canvas of that size: rectangles, texts, and how many crosses. */
function painted(matrix: Matrix, width: number, height: number, magnitude = 1) {
  const rects: { fill: string; box: readonly number[] }[] = [];
  const texts: { text: string; at: readonly number[]; most: number | undefined }[] = [];
  let crosses = 0;
  const context = {
    fillStyle: '',
    scale: vi.fn(),
    fillRect(...box: number[]) {
      rects.push({ fill: this.fillStyle, box });
    },
    fillText(text: string, x: number, y: number, most?: number) {
      texts.push({ text, at: [x, y], most });
    },
    beginPath() {},
    moveTo() {},
    lineTo() {},
    stroke() {
      crosses++;
    },
  };
  const canvas = document.createElement('canvas');
  canvas.getContext = (() => context) as unknown as HTMLCanvasElement['getContext'];
  paintMatrix(canvas, matrix, { width, height }, painter({ usual: magnitude, most: magnitude }, 'light'));
  return { canvas, rects, texts, crosses, scale: context.scale };
}

const matrix = fromRows(
  [
    [0, 1, -0.2],
    [Number.NaN, Infinity, 0.5],
  ],
  'float64',
);

afterEach(() => vi.unstubAllGlobals());

describe('a painted matrix', () => {
  it('has a cell for each number, in its place and in its colour, a zero too', () => {
    const { rects } = painted(matrix, 90, 40);
    const paint = painter({ usual: 1, most: 1 }, 'light');
    expect(rects.map(({ fill }) => fill)).toEqual(Array.from(matrix.data, (value) => paint(value).fill));
    expect(rects.map(({ box }) => box.slice(0, 2))).toEqual([
      [0, 0],
      [30, 0],
      [60, 0],
      [0, 20],
      [30, 20],
      [60, 20],
    ]);
  });

  it('has numbers in cells that are large enough, none wider than its cell', () => {
    const { texts, crosses } = painted(matrix, 90, 40);
    expect(texts.map(({ text }) => text)).toEqual(['0', '1', '−.20', 'NaN', '∞', '.50']);
    for (const { most } of texts) expect(most).toBeLessThan(30);
    expect(crosses).toBe(0);
  });

  it('has crosses instead where the cells are too small for words, and no number', () => {
    const { texts, crosses } = painted(matrix, 24, 16);
    expect(texts).toEqual([]);
    expect(crosses).toBe(2);
  });

  it('is as sharp as the screen', () => {
    vi.stubGlobal('devicePixelRatio', 3);
    const { canvas, scale } = painted(matrix, 90, 40);
    expect([canvas.width, canvas.height]).toEqual([270, 120]);
    expect(scale).toHaveBeenCalledWith(3, 3);
  });

  it('shows some of its cells, evenly, where it has more than there are pixels', () => {
    const wide = fromRows([Array.from({ length: 1000 }, (_, j) => (j < 500 ? 1 : -1))], 'float64');
    const { rects } = painted(wide, 100, 10);
    const paint = painter({ usual: 1, most: 1 }, 'light');
    expect(rects).toHaveLength(100);
    expect(rects.filter(({ fill }) => fill === paint(1).fill)).toHaveLength(50);
  });
});
