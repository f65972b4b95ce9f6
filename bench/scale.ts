import type { ActivationName } from '../src/core/activations';
import { multiply } from '../src/core/math/multiply';
import { record } from '../src/core/pass/record';
import { modelOf } from './models';
import { contender, ratioOf } from './pairs';
import { drawn } from './products';

/** Equal layers of so many units, so many deep, on m examples. */
interface Size {
  readonly width: number;
  readonly depth: number;
  readonly m: number;
}

const base: Size = { width: 64, depth: 4, m: 64 };

/** One of width, depth and m grows at a time. */
export const sizes: readonly Size[] = [
  base,
  ...[16, 256, 1024].map((width) => ({ ...base, width })),
  ...[1, 16, 64].map((depth) => ({ ...base, depth })),
  ...[8, 512, 4096].map((m) => ({ ...base, m })),
];

export interface Scaled extends Size {
  /** How many times as long a pass takes as its products alone would at the pace of the kernel in cache. */
  readonly overLimit: number;
  readonly parameters: number;
  readonly bytes: number;
}

/** The products of one pass: W A, dZ Aᵀ and Wᵀ dZ of each layer, but of the first no Wᵀ dZ. */
const productsOf = ({ width, depth, m }: Size): number => (3 * depth - 1) * width * width * m;

/** The side of a product that stays in the caches. */
const CACHED = 128;

/** How a pass grows. */
export async function scaled(size: Size, pairs: number): Promise<Scaled> {
  const { width, depth, m } = size;
  const units = Array.from({ length: depth + 1 }, () => width);
  const activations = units.slice(1).map((): ActivationName => 'relu');
  const model = modelOf(units, activations, 'mean_squared_error', m);
  const [a, b] = [drawn(CACHED, CACHED, 1), drawn(CACHED, CACHED, 2)];
  const limit = contender('the kernel in cache', () => multiply(a, b, 'float32'));
  const ratio = await ratioOf(
    limit,
    contender('a pass', () => record(model)),
    pairs,
  );
  const values = record(model).values.reduce((sum, { matrix }) => sum + matrix.data.byteLength, 0);
  return {
    ...size,
    overLimit: (ratio * CACHED ** 3) / productsOf(size),
    parameters: depth * width * (width + 1),
    bytes: values,
  };
}
