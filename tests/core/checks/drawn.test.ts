import { expect, it } from 'vitest';
import { compareRules } from '../../../src/core/checks/rules';
import { record } from '../../../src/core/record';
import type { Trace } from '../../../src/core/trace';
import { modelOf } from '../../../src/state/build';
import { drawnChoice } from './drawn';
import { checked } from './shown';

/** How many passes are drawn; about two of three are finite. */
const DRAWN = 900;

const isSound = ({ buffers }: Trace): boolean =>
  [...buffers.values()].every(({ data }) => data.every((x: number) => Number.isFinite(x)));

it('right passes, drawn as the page draws them, are never red', () => {
  const counts = { agrees: 0, kink: 0, untold: 0, rounded: 0 };
  const red: object[] = [];
  let [passes, told] = [0, 0];
  for (let seed = 0; seed < DRAWN; seed++) {
    const trace = record(modelOf(drawnChoice(seed)));
    if (!isSound(trace)) continue;
    passes += 1;
    const report = checked(trace);
    if (report.counts.agrees > 0) told += 1;
    for (const says of ['agrees', 'kink', 'untold', 'rounded'] as const) counts[says] += report.counts[says];
    const { flaw } = compareRules(trace);
    if (flaw || report.flaws.length > 0) red.push({ seed, flaws: report.flaws, flaw });
  }
  expect(red).toEqual([]);
  expect(passes).toBeGreaterThan(500);
  // They are green because they agree, not because nothing can be told of them.
  expect(told / passes).toBeGreaterThan(0.99);
  expect(counts.untold + counts.rounded).toBeLessThan(counts.agrees / 100);
});
