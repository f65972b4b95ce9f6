import type { Run } from '../../../src/compare/times/measuring';
import { random } from '../../../src/data/random';

/** How many times as long a pass takes that begins now; `runs` is how many runs there were before. */
type Slowness = (now: number, runs: number) => number;

/** Machines by what is wrong with their times: for the same seed each makes the same noise. */
export const machines: Readonly<Record<string, (seed: number) => Slowness>> = {
  'is quiet': (seed) => {
    const { normal } = random(seed, 1);
    return () => 1 + 0.01 * Math.abs(normal());
  },
  'has other work in bursts that last as long as several runs': (seed) => {
    const { uniform } = random(seed, 2);
    let [busy, until] = [false, 0];
    return (now) => {
      while (now >= until) {
        busy = !busy;
        until += -150 * Math.log(1 - uniform());
      }
      return (busy ? 2 : 1) + 0.02 * uniform();
    };
  },
  'slows down as it gets warm': (seed) => {
    const { normal } = random(seed, 3);
    return (now) => 1 + now / 4000 + 0.02 * Math.abs(normal());
  },
  'has now and then a run that takes ten times as long and more': (seed) => {
    const { uniform } = random(seed, 4);
    return () => 1 + 0.02 * (1 / (1 - uniform()) - 1);
  },
  'collects its garbage in every seventh run': (seed) => {
    const { normal } = random(seed, 5);
    return (_now, runs) => 1 + 0.01 * Math.abs(normal()) + (runs % 7 === 0 ? 0.6 : 0);
  },
  'is always slower in the second run of a pair': (seed) => {
    const { normal } = random(seed, 6);
    return (_now, runs) => 1 + 0.01 * Math.abs(normal()) + (runs % 2 === 0 ? 0.1 : 0);
  },
};

/** The tick of a coarse clock, in ms: that of a browser which blurs its times. */
const TICK = 1;

/** Passes of two rules, the second's `ms` long, on a machine whose clock ticks once in a millisecond. */
export function runOn(machine: Slowness, ms: number, ratio = 1): Run {
  let [now, runs] = [0, 0];
  return (rule, passes) => {
    const before = now;
    now += passes * ms * (rule === 0 ? ratio : 1) * machine(now, ++runs);
    const pass = TICK * (Math.floor(now / TICK) - Math.floor(before / TICK));
    return { pass, activations: pass / 10 };
  };
}
