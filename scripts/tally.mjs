import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Where the test runners leave their reports, as JSON: one file a run. */
export const reports = new URL('../reports/', import.meta.url);

/** What one report counts: Vitest's has totals at the top, Playwright's has them under stats. */
const count = ({ stats, ...vitest }) =>
  stats
    ? { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
    : {
        passed: vitest.numPassedTests,
        failed: vitest.numFailedTests,
        skipped: vitest.numPendingTests + vitest.numTodoTests,
      };

/** Prints how many tests passed and failed in all the runs that left a report; nothing where none did. */
export function printTally() {
  const files = existsSync(reports) ? readdirSync(reports) : [];
  if (files.length === 0) return;
  const runs = files.map((file) => count(JSON.parse(readFileSync(new URL(file, reports), 'utf8'))));
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  const skipped = sum('skipped');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
}
