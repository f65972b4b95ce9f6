import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compareExpected } from '../../../src/core/checks/expected/expected';
import { fromRows } from '../../../src/core/math/matrix';
import { record } from '../../../src/core/pass/record';
import { rowsOf } from '../../../src/formats/model/rows-schema';
import { checksOf } from '../../../src/state/checks/checks';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { openFile } from '../../../src/state/opening';
import { nothing } from '../../../src/state/opening/expectations';

const folder = `${import.meta.dirname}/../../reference`;

it.each(readdirSync(folder).filter((name) => /^(dropout|batch-norm).*json$/.test(name)))(
  '%s is opened as the page opens it, and passes all three checks',
  async (name) => {
    const file = new File([readFileSync(`${folder}/${name}`)], name);
    const opened = await openFile(
      file,
      { choice: firstChoice, position: 'start', expected: nothing, mine: undefined },
      {},
    );
    if (!opened.ok) throw new Error(opened.sentence);
    const { choice, expected, remarks } = opened.value;
    expect(remarks).toEqual([]);
    const trace = record(modelOf(choice));
    const matrices = Object.entries(expected).map(
      ([tensor, value]) => [tensor, fromRows(rowsOf(value), 'float64')] as const,
    );
    const report = compareExpected(trace, new Map(matrices));
    expect(report).toMatchObject({ tensors: matrices.length, wrongCells: [] });
    expect(matrices.length).toBeGreaterThan(10);
    expect(report.misfits).toBeUndefined();

    const checks = checksOf();
    await checks.take(trace);
    expect(checks.rules().wrongCell).toBeUndefined();
    const { counts, total, wrongCells } = checks.slopes(() => undefined);
    expect(wrongCells).toEqual([]);
    expect(counts).toEqual({ agrees: total, off: 0, kink: 0, untold: 0, rounded: 0 });
  },
);
