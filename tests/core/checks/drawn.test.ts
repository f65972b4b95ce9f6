import { describe, expect, it } from 'vitest';
import { compareRules } from '../../../src/core/checks/rules';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { modelOf } from '../../../src/state/choice/model-of';
import { drawnChoice } from './drawn';
import { checked } from './shown';

const isSound = ({ buffers }: Trace): boolean =>
  [...buffers.values()].every(({ data }) => data.every((x: number) => Number.isFinite(x)));

/** How many passes are drawn at a time, and how many times; about two of three are finite. */
const DRAWN = 75;
const TIMES = 12;

const counts = { agrees: 0, kink: 0, untold: 0, rounded: 0 };
let [passes, told] = [0, 0];

describe('right passes, drawn as the page draws them', () => {
  it.each(Array.from({ length: TIMES }, (_, i) => i * DRAWN))('are never red: seeds from %d on', (first) => {
    const red: object[] = [];
    for (let seed = first; seed < first + DRAWN; seed++) {
      const trace = record(modelOf(drawnChoice(seed)));
      if (!isSound(trace)) continue;
      passes += 1;
      const report = checked(trace);
      if (report.counts.agrees > 0) told += 1;
      for (const says of ['agrees', 'kink', 'untold', 'rounded'] as const)
        counts[says] += report.counts[says];
      const { flaw } = compareRules(trace);
      if (flaw || report.flaws.length > 0) red.push({ seed, flaws: report.flaws, flaw });
    }
    expect(red).toEqual([]);
  });

  it('are more than 500, and green because they agree, not because nothing can be told of them', () => {
    expect(passes).toBeGreaterThan(500);
    expect(told / passes).toBeGreaterThan(0.99);
    expect(counts.untold + counts.rounded).toBeLessThan(counts.agrees / 100);
  });
});
