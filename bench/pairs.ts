import { median } from 'd3-array';

/** Something to time; what it returns is thrown away. */
interface Contender {
  readonly name: string;
  run(): unknown;
}

/** How long one run is at least, in ms: a shorter one says more of the clock, and of what else goes on. */
const SHORTEST_RUN = 20;

/** How many times on end something is done until it takes long enough; it is warm after that. */
function repeatsOf(contender: Contender): number {
  let repeats = 1;
  while (milliseconds(contender, repeats) * repeats < SHORTEST_RUN) repeats *= 2;
  return repeats;
}

/** The mean time of so many repeats. */
function milliseconds({ run }: Contender, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run();
  return (performance.now() - start) / repeats;
}

/**
 * Times two contenders in turns, `pairs` times after a warm-up of a third as many, so that what slows the machine for
 * a moment slows both; who goes first alternates. Returns a line with the median milliseconds of each and how many
 * times as long one median is as the other.
 */
export function compare(ours: Contender, other: Contender, pairs: number): string {
  const repeats = Math.max(repeatsOf(ours), repeatsOf(other));
  const both = [ours, other].map((contender) => ({ contender, times: [] as number[] }));
  for (let round = -Math.ceil(pairs / 3); round < pairs; round++)
    for (const { contender, times } of round % 2 === 0 ? both : both.toReversed()) {
      const time = milliseconds(contender, repeats);
      if (round >= 0) times.push(time);
    }
  const [own, theirs] = both.map(({ times }) => median(times)!) as [number, number];
  const says =
    theirs >= own ? `${digits(theirs / own)} times as fast` : `${digits(own / theirs)} times as slow`;
  return `  ${ours.name} ${digits(own)} ms, ${other.name} ${digits(theirs)} ms: ${says}`;
}

const digits = (x: number): string => x.toPrecision(3);
