import { median } from 'd3-array';

/** Something to time; what it returns is thrown away. */
interface Contender {
  readonly name: string;
  run(): unknown;
}

const milliseconds = ({ run }: Contender): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/**
 * Times two contenders in turns, `pairs` times after a warm-up of as many, so that what slows the machine for a
 * moment slows both; who goes first alternates. Returns a line with the median milliseconds of each and the median,
 * over the pairs, of how many times as long the other takes as ours.
 */
export function compare(ours: Contender, other: Contender, pairs: number): string {
  const times: { ours: number; other: number }[] = [];
  for (let round = 0; round < 2 * pairs; round++) {
    const oursFirst = round % 2 === 0;
    const first = milliseconds(oursFirst ? ours : other);
    const second = milliseconds(oursFirst ? other : ours);
    if (round >= pairs)
      times.push(oursFirst ? { ours: first, other: second } : { ours: second, other: first });
  }
  const medianOf = (f: (pair: { ours: number; other: number }) => number) => median(times, f)!.toPrecision(3);
  return (
    `  ${ours.name} ${medianOf((t) => t.ours)} ms, ${other.name} ${medianOf((t) => t.other)} ms: ` +
    `${medianOf((t) => t.other / t.ours)} times as fast`
  );
}
