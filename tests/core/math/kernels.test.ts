import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { kernel } from '../../../src/core/math/kernel/kernel';
import { plain } from '../../../src/core/math/plain';
import { type Product, transposed, type View, viewOf } from '../../../src/core/math/view';
import { random } from '../../../src/data/random';

const types = { float32: Float32Array, float64: Float64Array } as const;

/** What is hard to add up in the same way: no numbers, infinities, zeros of both signs, and denormals of both formats. */
const odd = [NaN, Infinity, -Infinity, 0, -0, 1e-42, -1e-45, 5e-324, -1e-310, 3e38, -1.7e308] as const;

const sizes = { n: 40, k: 300, m: 40 };

/** 0, 1 and what is around a tile are as likely as all else. */
const size = (max: number) =>
  fc.oneof(fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, 9), fc.integer({ min: 0, max }));

interface Drawn {
  readonly n: number;
  readonly k: number;
  readonly m: number;
  readonly seed: number;
  /** How many of a hundred numbers are odd ones. */
  readonly share: number;
  readonly type: keyof typeof types;
  readonly turned: readonly [boolean, boolean];
  readonly hasColumn: boolean;
  readonly dividedBy: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  n: size(sizes.n),
  k: size(sizes.k),
  m: size(sizes.m),
  seed: fc.integer(),
  share: fc.constantFrom(0, 0, 1, 30),
  type: fc.constantFrom('float32', 'float64'),
  turned: fc.tuple(fc.boolean(), fc.boolean()),
  hasColumn: fc.boolean(),
  dividedBy: fc.constantFrom(1, 3, 128),
});

function productOf({ n, k, m, seed, share, type, turned, hasColumn, dividedBy }: Drawn): Product {
  const { normal, uniform } = random(seed);
  const one = () => (uniform() * 100 < share ? odd[Math.floor(uniform() * odd.length)]! : normal());
  const filled = (length: number) => new types[type](length).map(one);
  const view = (rows: number, cols: number, isTurned: boolean): View => {
    const matrix = { rows, cols, type, data: filled(rows * cols) };
    return isTurned ? transposed({ ...matrix, rows: cols, cols: rows }) : viewOf(matrix);
  };
  return {
    a: view(n, k, turned[0]),
    b: view(k, m, turned[1]),
    plus: hasColumn ? filled(n) : undefined,
    dividedBy,
  };
}

/** What both kernels make of a product, numbers by number; NaN is one number, whatever its bits. */
function both(product: Product, type: keyof typeof types) {
  const [fast, slow] = [0, 1].map(() => new types[type](product.a.rows * product.b.cols));
  expect(kernel(product, fast!)).toBe(true);
  plain(product, slow!);
  return [fast!, slow!] as const;
}

describe('the kernel in WebAssembly and the one in JavaScript', () => {
  it('give the same bits for a thousand drawn shapes, with NaN, infinities and denormals among their numbers', () => {
    fc.assert(
      fc.property(drawn, (of) => {
        const [fast, slow] = both(productOf(of), of.type);
        expect(fast.findIndex((x, i) => !Object.is(x, slow[i]))).toBe(-1);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['float32', 'float64'] as const)(
    'give the same bits in %s where a side is more than a block',
    (type) => {
      const of = { seed: 1, share: 0, type, hasColumn: true, dividedBy: 3 } as const;
      for (const [n, k, m] of [
        [260, 515, 6],
        [5, 260, 1030],
      ] as const)
        for (const turned of [
          [false, false],
          [true, true],
        ] as const) {
          const [fast, slow] = both(productOf({ ...of, n, k, m, turned }), type);
          expect(fast.findIndex((x, i) => !Object.is(x, slow[i]))).toBe(-1);
        }
    },
  );
});

describe('where there is no WebAssembly', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('a product is worked out in JavaScript', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const { multiply } = await import('../../../src/core/math/multiply');
    await import('../../../src/core/math/kernel/provided');
    const { kernel: missing } = await import('../../../src/core/math/kernel/kernel');
    const one = { rows: 1, cols: 1, type: 'float64', data: Float64Array.of(3) } as const;
    expect(
      missing({ a: viewOf(one), b: viewOf(one), plus: undefined, dividedBy: 1 }, new Float64Array(1)),
    ).toBe(false);
    expect([...multiply(one, one, 'float64').data]).toEqual([9]);
  });
});
