import type { Brought } from './tensor';

/** A format of numbers as far as judging needs it. */
export interface Format {
  readonly name: 'float64' | 'float32' | 'float16';
  /** The part of a number that rounding may take: half a unit in the last place. */
  readonly unit: number;
  /**
   * The part of a number by which two right programs may differ, whatever they sum. In float64 that is a few units of
   * float32: constants come in it (PyTorch's 1/6 of hard_sigmoid), and a layer after another brings its own; 1e-8 is put
   * into logarithms and divisions that must not meet 0.
   */
  readonly slack: number;
  /** The least that it tells from 0. */
  readonly least: number;
}

const formats = {
  float64: { name: 'float64', unit: 2 ** -53, slack: 5e-7, least: 2 ** -1074 },
  float32: { name: 'float32', unit: 2 ** -24, slack: 1e-5, least: 2 ** -149 },
  float16: { name: 'float16', unit: 2 ** -11, slack: 8e-3, least: 2 ** -24 },
} as const satisfies Record<string, Format>;

/** Whether a number can stand in float16: eleven bits, above the least of them. */
function isHalf(x: number): boolean {
  if (!Number.isFinite(x) || x === 0) return true;
  const step = 2 ** Math.max(-24, Math.floor(Math.log2(Math.abs(x))) - 10);
  return Number.isInteger(x / step) && Math.abs(x) <= 65_504;
}

/** The most digits that it takes to tell a float32. */
const DIGITS = 9;

/** Whether a number is a float32, or one as it is printed: with so many digits as tell it from the others, or nine. */
function isSingle(x: number): boolean {
  if (!Number.isFinite(x) || Math.fround(x) === x) return true;
  const single = Math.fround(x);
  for (let digits = 1; digits <= DIGITS; digits++) if (Number(single.toPrecision(digits)) === x) return true;
  return false;
}

/** Decimals to which somebody rounds an array. */
const ROUNDED = 6;

/**
 * Numbers as they were written: a float32 that was rounded to a few decimals has many more of them in float64, which say
 * nothing. What was not rounded stays as it is.
 */
export function asWritten(data: Float64Array): Float64Array {
  const isRounded = (decimals: number) => data.every((x) => Math.fround(Number(x.toFixed(decimals))) === x);
  for (let decimals = 1; decimals <= ROUNDED; decimals++)
    if (isRounded(decimals)) return data.map((x) => Number(x.toFixed(decimals)));
  return data;
}

/** From so many digits on a number tells by itself what format it is of: no other would have just these. */
const LONG = 10;

/** How many shorter numbers tell it together. */
const ENOUGH = 3;

const digitsOf = (x: number): number => Math.abs(x).toExponential().split('e')[0]!.replace('.', '').length;

/** The format in which arrays were computed, by their numbers: whatever file they came in, a float32 stays one. */
export function formatOf(arrays: Iterable<Brought>): Format {
  let [areHalf, telling] = [true, 0];
  for (const { data } of arrays)
    for (const x of data) {
      // Whole numbers and their like are of every format.
      if (!Number.isFinite(x) || Number.isInteger(x * 64)) continue;
      if (!isSingle(x)) return formats.float64;
      areHalf &&= isHalf(x);
      telling += digitsOf(x) >= LONG ? ENOUGH : 1;
    }
  if (telling < ENOUGH) return formats.float64;
  return areHalf ? formats.float16 : formats.float32;
}
