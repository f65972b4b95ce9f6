import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it, vi } from 'vitest';
import { firstChoice } from '../../../src/state/choice/choice';
import { buffersIn } from '../../../src/state/passes/buffers';
import type { Worked } from '../../../src/state/passes/given';
import { type Job, workOn } from '../../../src/state/passes/work';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The bytes of all numbers that something still needs. */
function held(): number {
  // A second time waits for what the first one frees beside it.
  collect();
  collect();
  return process.memoryUsage().arrayBuffers;
}

afterEach(() => vi.restoreAllMocks());

/** Deep, so that no single layer is much of it: a pass of twelve megabytes. */
const choice = {
  ...firstChoice,
  layers: [
    ...Array.from({ length: 20 }, () => ({ units: 64, activation: 'relu', alpha: 0, keep: 'Z' as const })),
    firstChoice.layers[2]!,
  ],
  data: { set: 'moons' as const, m: 600 },
};

const bytesOf = (worked: Worked): number =>
  [...buffersIn(worked)].reduce((sum, { byteLength }) => sum + byteLength, 0);

/** Does a job, and tells the most that is held after one of its steps, beside what was held before. */
async function most(job: Job): Promise<{ readonly worked: Worked; readonly bytes: number }> {
  // Progress is told at every step.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  const before = held();
  let [bytes, told] = [0, 0];
  const worked = await workOn(job, () => {
    // To clear away takes its time: now and then is enough, since no layer is much.
    if (told++ % 12 === 0) bytes = Math.max(bytes, held() - before);
  });
  return { worked, bytes };
}

it('a comparison beside the pass that the page has takes less than another pass, and brings half of one', async () => {
  const alone = await workOn({ choice, pass: true }, () => undefined);
  const one = bytesOf(alone);
  const { byKeys } = alone.pass!;
  const known = [...byKeys.keys()];
  const compared = await most({ choice, pass: false, plans: ['Z', 'A'], known });
  expect(compared.bytes).toBeLessThan(one);
  expect(bytesOf(compared.worked)).toBeLessThan(0.55 * one);
});
