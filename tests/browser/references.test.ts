import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { largest } from '../../src/core/math/extremes';
import type { KeepRuleName } from '../../src/core/model/keep-rules';
import { isWhole, partOf } from '../extent';
import { expectOpened, keepSwitch, openFile } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { exportedTrace, type TraceFile } from './trace';

const folder = `${import.meta.dirname}/../reference`;

const references = readdirSync(folder).filter((name) => name.endsWith('.json'));

type Tensors = TraceFile['tensors'];

/**
 * Every value that is further from what PyTorch has than 1e-12 of the largest of its tensor. A db can be a sum of which
 * nothing is left, as below a batch norm: it is held against the dZ that it sums.
 */
function differences(found: Tensors, expected: Tensors): string[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const ours = [found[name] ?? []].flat(2);
    const theirs = [value].flat(2);
    if (ours.length !== theirs.length) return [`${name} has ${ours.length} values`];
    const summed = [expected[name.replace(/^db/, 'dZ')] ?? value].flat(2);
    const size = largest([...theirs, ...summed].map(Math.abs));
    return theirs.flatMap((y, k) =>
      Math.abs(ours[k]! - y) <= 1e-12 * size ? [] : [`${name}[${k}]: ${ours[k]}, not ${y}`],
    );
  });
}

/** What all layers are made to keep, after the file as it is: a little of everything, for all rules take long. */
const rulesFor = (i: number): KeepRuleName[] => ['A', 'none', (['ZA', 'mask', 'slope'] as const)[i % 3]!];

/** Opens a reference pass, and has it exported as it is and under other rules. */
async function expectAgreement(page: Page, reference: string, rules: readonly KeepRuleName[]): Promise<void> {
  const { name, expected } = JSON.parse(readFileSync(`${folder}/${reference}`, 'utf8')) as {
    name: string;
    expected: Tensors;
  };
  await openFile(page, `${folder}/${reference}`);
  await expectOpened(page, name);
  await expect(page.getByRole('alert')).toHaveText('');
  expect(differences((await exportedTrace(page)).tensors, expected), 'as it is').toEqual([]);
  for (const rule of rules) {
    await keepSwitch(page, rule).click();
    const trace = await exportedTrace(page);
    expect(trace.model.layers.map(({ keep }) => keep)).toEqual(trace.model.layers.map(() => rule));
    expect(differences(trace.tensors, expected), rule).toEqual([]);
  }
}

// Some in one page after another, which is quicker than a page for each; those of every second in another one.
for (const [half, which] of ['first', 'second'].entries())
  test(`every ${which} of two reference passes, opened and exported again, agrees with PyTorch whatever the layers keep`, async ({
    page,
  }) => {
    await open(page);
    // That our own passes agree with all of them is held without a browser.
    for (const [i, reference] of partOf([...references.entries()].filter(([i]) => i % 2 === half)))
      await test.step(reference, () =>
        expectAgreement(page, reference, isWhole ? rulesFor(i) : rulesFor(i).slice(i % 3, (i % 3) + 1)),
      );
  });
