import { median } from 'd3-array';

/** Something to time: how long so many runs of it take, in ms. */
export interface Contender {
  readonly name: string;
  time(repeats: number): number | Promise<number>;
}

/** What runs in this process; what it returns is thrown away. */
export const contender = (name: string, run: () => unknown): Contender => ({
  name,
  time(repeats) {
    const start = performance.now();
    for (let i = 0; i < repeats; i++) run();
    return performance.now() - start;
  },
});

/** How long one measurement is at least, in ms: a shorter one says more of the clock, and of what else goes on. */
const SHORTEST = 20;

/** How many times on end something is done until it takes long enough; it is warm after that. */
async function repeatsOf(of: Contender): Promise<number> {
  let repeats = 1;
  while ((await of.time(repeats)) < SHORTEST) repeats *= 2;
  return repeats;
}

/**
 * How many times as long another takes as ours, by the medians of `pairs` measurements in turns, after a warm-up of a
 * third as many: what slows the machine for a moment slows both, and who goes first alternates.
 */
export async function ratioOf(ours: Contender, other: Contender, pairs: number): Promise<number> {
  const both = [];
  for (const of of [ours, other]) both.push({ of, repeats: await repeatsOf(of), times: [] as number[] });
  for (let round = -Math.ceil(pairs / 3); round < pairs; round++)
    for (const { of, repeats, times } of round % 2 === 0 ? both : both.toReversed()) {
      const time = (await of.time(repeats)) / repeats;
      if (round >= 0) times.push(time);
    }
  const [own, theirs] = both.map(({ times }) => median(times)!) as [number, number];
  return theirs / own;
}
