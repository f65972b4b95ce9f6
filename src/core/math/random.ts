/**
 * A uniform number in [0, 1) that depends on a seed (an integer), a stream and a place and on nothing else, so that any
 * one can be drawn again without those before it. SplitMix (Steele, Lea & Flood, 2014) in 32 bits, its mixing the end
 * of MurmurHash3 (Appleby, 2011).
 */
export function uniformAt(seed: number, stream: number, place: number): number {
  const state = mixed(Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b));
  return (mixed(state + Math.imul(place + 1, 0x9e3779b9)) >>> 0) / 2 ** 32;
}

/** Mixes 32 bits, so that each bit of the result depends on all of them. */
function mixed(bits: number): number {
  let h = bits ^ (bits >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
