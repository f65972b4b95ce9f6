import { vectorExp, vectorTanh } from './vector-library';

/** A format of binary numbers, with the functions that come with it: each result is rounded to the format. */
export interface NumberFormat {
  /** The nearest number of the format, the even one of two; ±Infinity beyond the largest. */
  round(x: number): number;
  exp(x: number): number;
  tanh(x: number): number;
  log(x: number): number;
  /** The n-th of its numbers from 0 on, and the place of a number x ≥ 0 of the format among them. */
  numberAt(n: number): number;
  placeOf(x: number): number;
}

/** The smallest number with all its digits, in float32 and in bfloat16, which has the same exponents. */
export const SMALLEST_NORMAL = 2 ** -126;

const word = new Uint32Array(1);
const asFloat = new Float32Array(word.buffer);

const floatOf = (bits: number): number => {
  word[0] = bits;
  return asFloat[0]!;
};

const bitsOf = (x: number): number => {
  asFloat[0] = x;
  return word[0]!;
};

/** The upper 16 bits of a float32, rounded to nearest even by what the lower 16 held. */
function toBfloat16(x: number): number {
  const bits = bitsOf(x);
  if (Number.isNaN(x)) return x;
  const up = 0x7fff + ((bits >>> 16) & 1);
  return floatOf(((bits + up) & 0xffff0000) >>> 0);
}

/** The formats in which a loss is measured. */
export const numberFormats = {
  float32: {
    round: Math.fround,
    exp: vectorExp,
    tanh: vectorTanh,
    log: (x) => Math.fround(Math.log(x)),
    numberAt: floatOf,
    placeOf: bitsOf,
  },
  bfloat16: {
    round: toBfloat16,
    exp: (x) => toBfloat16(Math.exp(x)),
    tanh: (x) => toBfloat16(Math.tanh(x)),
    log: (x) => toBfloat16(Math.log(x)),
    numberAt: (n) => floatOf((n << 16) >>> 0),
    placeOf: (x) => bitsOf(x) >>> 16,
  },
} satisfies Record<string, NumberFormat>;

export type NumberFormatName = keyof typeof numberFormats;

export const numberFormatNames = Object.keys(numberFormats) as NumberFormatName[];
