import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Where the test runners leave their reports, as JSON: one file a run. */
export const reports = new URL('../reports/', import.meta.url);

/** What one report counts: Vitest's has totals at the top, Playwright's has them under stats. */
const count = ({ stats, ...vitest }) =>
  stats
    ? { passed: stats.expected, failed: stats.unexpected, flaky: stats.flaky, skipped: stats.skipped }
    : {
        passed: vitest.numPassedTests,
        failed: vitest.numFailedTests,
        flaky: 0,
        skipped: vitest.numPendingTests + vitest.numTodoTests,
      };

/** Prints how many tests passed, failed and passed only at the second try in all the runs that left a report; nothing where none did. */
export function printTally() {
  const files = existsSync(reports) ? readdirSync(reports) : [];
  if (files.length === 0) return;
  const runs = files.map((file) => count(JSON.parse(readFileSync(new URL(file, reports), 'utf8'))));
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  const also = ['flaky', 'skipped'].map((key) => (sum(key) > 0 ? `, ${sum(key)} ${key}` : '')).join('');
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${also}`);
}
