import { readFileSync } from 'node:fs';
import { checksOf } from '../../src/state/checks/checks';
import type { Edit } from '../../src/state/choice/edits';
import { selectExpectedReport } from '../../src/state/opening/expected';
import { selectTrace } from '../../src/state/selectors';
import { createStore } from '../../src/state/store';
import type { CheckLine } from '../../src/view/checks/check-line';
import { expectedLine } from '../../src/view/checks/expected-line';
import { rulesLine } from '../../src/view/checks/rules-line';
import { slopesLine } from '../../src/view/checks/slopes-line';

export const store = createStore();

/** The lines of all checks of a case, and of what it expects where it expects something. */
export interface CheckedCase {
  readonly slopes: CheckLine;
  readonly rules: CheckLine;
  readonly expected: CheckLine | undefined;
}

/** Opens a case as the page opens a file, and checks it as the page does: by the store, and by the code of its worker. */
export async function checkedCase(name: string, edit?: Edit): Promise<CheckedCase> {
  const text = readFileSync(`${import.meta.dirname}/files/${name}.json`, 'utf8');
  await store.getState().open(new File([text], `${name}.json`));
  const { notice } = store.getState();
  if (notice) throw new Error(notice);
  if (edit) store.getState().edit(edit);
  const state = store.getState();
  const trace = selectTrace(state);
  const checks = checksOf();
  await checks.take(trace);
  const rules = checks.rules();
  const report = selectExpectedReport(state);
  return {
    slopes: slopesLine(
      checks.slopes(() => undefined),
      trace,
      rules,
    ),
    rules: rulesLine(rules, trace),
    expected: report && expectedLine(report, trace),
  };
}
