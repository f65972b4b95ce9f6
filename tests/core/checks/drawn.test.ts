import { describe, expect, it } from 'vitest';
import { compareRules } from '../../../src/core/checks/rules';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import type { Choice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { part } from '../../extent';
import { drawnChoice, drawnRegularised } from './drawn';
import { checked } from './shown';

const isSound = ({ buffers }: Trace): boolean =>
  [...buffers.values()].every(({ data }) => data.every((x: number) => Number.isFinite(x)));

/** How many passes are drawn at a time, and how many times; about two of three are finite. */
const DRAWN = 75;
const TIMES = part(12, 12);

/** Whether batch norm has two examples: it leaves one part in 1e5 of a gradient then, and two of them hardly any. */
const isAllButNothing = ({ model: { X, layers } }: Trace): boolean =>
  X.cols === 2 && layers.some(({ batch_norm }) => batch_norm);

/** What is seen of passes that are drawn. */
const seenOf = () => ({ counts: { agrees: 0, kink: 0, untold: 0, rounded: 0 }, passes: 0, told: 0 });

/** The passes of seeds from one on that some check takes for wrong; what is seen of all of them is counted. */
function redFrom(
  first: number,
  choiceOf: (seed: number) => Choice,
  seen: ReturnType<typeof seenOf>,
): object[] {
  const red: object[] = [];
  for (let seed = first; seed < first + DRAWN; seed++) {
    const trace = record(modelOf(choiceOf(seed)));
    if (!isSound(trace)) continue;
    seen.passes += 1;
    const report = checked(trace);
    if (report.counts.agrees > 0) seen.told += 1;
    if (!isAllButNothing(trace))
      for (const says of ['agrees', 'kink', 'untold', 'rounded'] as const)
        seen.counts[says] += report.counts[says];
    const { wrongCell } = compareRules(trace);
    if (wrongCell || report.wrongCells.length > 0)
      red.push({ seed, wrongCells: report.wrongCells, wrongCell });
  }
  return red;
}

describe.each([
  ['right passes, drawn as the page draws them', drawnChoice],
  ['right passes with batch norm and dropout', drawnRegularised],
] as const)('%s', (_, choiceOf) => {
  const seen = seenOf();

  it.each(Array.from({ length: TIMES }, (_, i) => i * DRAWN))('are never red: seeds from %d on', (first) => {
    expect(redFrom(first, choiceOf, seen)).toEqual([]);
  });

  it('are finite more often than not, and green because they agree, not because nothing can be told of them', () => {
    const { passes, told, counts } = seen;
    expect(passes).toBeGreaterThan((DRAWN * TIMES) / 2);
    expect(told / passes).toBeGreaterThan(0.99);
    expect(counts.untold + counts.rounded).toBeLessThan(counts.agrees / 100);
  });
});
