import { randomNormal } from 'd3-random';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A source of random numbers that gives the same ones for the same seed. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

/** The source for a seed (an integer) and a stream, so that two uses of one seed don't see the same numbers. */
export function random(seed: number, stream = 0): Random {
  const generator = xoroshiro128plus(
    scattered(Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)),
  );
  const uniform = () => uniformFloat64(generator);
  return { uniform, normal: randomNormal.source(uniform)() };
}

/**
 * A number of 32 bits for one of 32 bits, each of its bits hanging on all of the other's: the end of MurmurHash3
 * (Appleby, 2011). Without it, the first numbers of neighbouring seeds and streams go up and down together.
 */
function scattered(bits: number): number {
  let h = bits ^ (bits >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
