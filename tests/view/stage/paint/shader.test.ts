import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { shadingOf } from '../../../../src/view/stage/paint/colours';
import { fasterShader } from '../../../../src/view/stage/paint/kernel/shader';
import { provideShader, type Shader } from '../../../../src/view/stage/paint/shade';

/** The shader of the first load, and how often it is asked. */
const plain = vi.fn<Shader>();
provideShader((plainly) => {
  plain.mockImplementation(plainly);
  return plainly;
});

const faster = fasterShader(plain, 0);

type Type = typeof Float32Array | typeof Float64Array;

/** What a shader makes of some values. */
const shadedBy = (
  shader: Shader,
  values: readonly number[],
  Numbers: Type,
  shading: Parameters<Shader>[1],
) => {
  const numbers = Numbers.from(values);
  const given = { count: numbers.length, isDouble: Numbers === Float64Array };
  return Array.from(shader({ ...given, write: (into) => into.set(numbers) }, shading));
};

/** No numbers, infinities, zeros of both signs, and denormals of both formats. */
const odd = [NaN, Infinity, -Infinity, 0, -0, 1e-42, -1e-45, 5e-324, -1e-310, 3e38, -1.7e308];

const drawn = fc
  .record({
    Numbers: fc.constantFrom<Type>(Float32Array, Float64Array),
    most: fc.oneof(
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.double({ min: 1e-320, max: 1e300, noNaN: true }),
      fc.constantFrom(1, 2 ** -140, 3e38, Number.MIN_VALUE),
    ),
    outliers: fc.constantFrom(1, 1.5, 30, 1e6),
    isExact: fc.boolean(),
  })
  .map(({ most, isExact, ...rest }) => ({
    ...rest,
    most: (isExact && Math.fround(Math.min(most, 3e38))) || most,
  }))
  .chain(({ most, ...rest }) =>
    fc.record({
      Numbers: fc.constant(rest.Numbers),
      scale: fc.constant({ usual: most / rest.outliers, most }),
      theme: fc.constantFrom('light' as const, 'dark' as const),
      values: fc.array(
        fc.oneof(
          fc.double({ min: -1, max: 1, noNaN: true }).map((x) => x * most),
          fc.double({ min: -1, max: 1, noNaN: true }).map((x) => x ** 9 * most),
          fc.double(),
          fc.constantFrom(most, -most, 2 * most, ...odd),
        ),
        { maxLength: 70 },
      ),
    }),
  );

describe('cells', () => {
  it('have the same colours from both shaders, and those of their shades, whatever numbers they are', () => {
    fc.assert(
      fc.property(drawn, ({ Numbers, scale, theme, values }) => {
        const shading = shadingOf(scale, theme);
        const ofShades = Array.from(
          Numbers.from(values),
          (value) => shading.colours[shading.indexOf(value)]!,
        );
        expect(shadedBy(faster, values, Numbers, shading)).toEqual(ofShades);
        expect(shadedBy(plain, values, Numbers, shading)).toEqual(ofShades);
      }),
      { numRuns: 1000 },
    );
  });

  it('of other scales and many of them leave nothing of those before', () => {
    const many = Array.from({ length: 2e6 }, (_, i) => Math.sin(i));
    const sorts = [
      { usual: 1, most: 1 },
      { usual: 0.1, most: 1 },
      { usual: 0.1, most: 2 },
    ].map((scale) => shadingOf(scale, 'light'));
    for (const values of [many.slice(0, 5), many, many.slice(0, 9), many.slice(0, 1e6)])
      for (const shading of sorts) {
        const got = shadedBy(faster, values, Float64Array, shading);
        const wrong = values.findIndex((value, i) => got[i] !== shading.colours[shading.indexOf(value)]);
        expect([got.length, wrong]).toEqual([values.length, -1]);
      }
  });

  it('are shaded in WebAssembly on all scales that numbers of their type reach', () => {
    plain.mockClear();
    for (const most of [1, 0.7, 4.3e-9, 2.1e12])
      for (const usual of [most, most / 30])
        for (const Numbers of [Float32Array, Float64Array]) {
          // What is met for the first time is worked out, and then it is known.
          shadedBy(faster, [1, 0.5, -0.25], Numbers, shadingOf({ usual, most }, 'dark'));
        }
    expect(plain).not.toHaveBeenCalled();
    shadedBy(faster, [1, 0.5, -0.25], Float32Array, shadingOf({ usual: 1e300, most: 1e300 }, 'dark'));
    expect(plain).toHaveBeenCalledTimes(1);
  });

  it('are shaded without it where they are few, since its table takes longer to be written than they do', () => {
    plain.mockClear();
    const usually = fasterShader(plain);
    const shading = shadingOf({ usual: 1, most: 1 }, 'light');
    const cells = Array.from({ length: 2_001 }, (_, i) => Math.sin(i));
    shadedBy(usually, cells, Float32Array, shading);
    expect(plain).not.toHaveBeenCalled();
    shadedBy(usually, cells.slice(1), Float32Array, shading);
    expect(plain).toHaveBeenCalledTimes(1);
  });
});
