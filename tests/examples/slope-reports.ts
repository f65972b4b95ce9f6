import type { SlopeReport } from '../../src/core/checks/differences/slope-check';

/** What central differences of the first model report: all right, but for what is changed. */
export const slopeReport = (
  changes: Partial<SlopeReport> = {},
  counts: Partial<SlopeReport['counts']> = {},
): SlopeReport => ({
  done: 31,
  total: 31,
  cost: 0.7,
  counts: { agrees: 31, off: 0, kink: 0, untold: 0, rounded: 0, ...counts },
  error: 2.1e-9,
  wrongCells: [],
  ...changes,
});

/** One gradient that is off by a little, and one that is off by all there is. */
export const wrongCells: SlopeReport['wrongCells'] = [
  { tensor: 'dW1', row: 1, col: 0, found: 0.31, right: 0.35 },
  { tensor: 'db2', row: 1, col: 0, found: 1, right: -2 },
];

/** Reports by what is to be seen; undefined before anything is known. */
export const slopeReports = {
  'nothing known yet': undefined,
  'going on': slopeReport({ done: 5120, total: 235146 }),
  'all right': slopeReport(),
  'kinks, and nothing to be told of some': slopeReport({}, { agrees: 25, kink: 3, untold: 1, rounded: 2 }),
  'nothing compared': slopeReport({ error: 0 }, { agrees: 0, kink: 31 }),
  'J is NaN': slopeReport({ cost: Number.NaN, done: 0 }),
  'two gradients off': slopeReport({ wrongCells, error: 3 }, { agrees: 29, off: 2 }),
} satisfies Record<string, SlopeReport | undefined>;
