import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { checkLine, verdict } from './checks';
import { expectOpened, exported, fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { heatmap } from './stage';

const path = (name: string) => `${import.meta.dirname}/../cases/files/${name}`;
const notice = (page: Page) => page.getByRole('alert');
const expected = 'Expected by the file';

/** Files of people who had trouble: what the page says of them, and how what they expect comes out. */
const cases: readonly (readonly [file: string, shows: string, says: RegExp, outcome?: 'passes' | 'fails'])[] =
  [
    ['01-right.json', '', /^$/, 'passes'],
    ['01-printed8.json', '', /^$/, 'passes'],
    ['01-theirs-all.json', '', /^$/, 'fails'],
    ['03-right.json', 'l_model_backward test', /are not what any pass over this X gives/, 'passes'],
    [
      '04-axis0.json',
      'db over axis 0',
      /db\[1\] has shape \(1, 4\); expected \(3, 1\): summed over the wrong axis\?/,
      'fails',
    ],
    ['04-nokeepdims.json', 'db without keepdims', /db\[1\] came flat/, 'passes'],
    ['04-scalar.json', 'db summed to one number', /db\[1\] is one number/, 'fails'],
    ['04-printed.json', '', /^$/, 'passes'],
    ['04-b1d.json', 'b given flat', /b\[1\] came flat/, 'passes'],
    ['04-ydflat.json', 'Y given flat', /Y came flat, and is read as a row/],
    ['05-both.json', '', /^$/, 'fails'],
    ['06-sums.json', '', /^$/, 'fails'],
    ['06-rows.json', 'rows', /The examples stand in rows/],
    ['12-right.json', '', /^$/, 'passes'],
    ['18-theirs-cat.json', '', /^$/, 'fails'],
    ['21-sign-float32.json', '', /^$/, 'fails'],
    ['21-zero-float64.json', '', /^$/, 'fails'],
    ['24-grads.npz', '24-grads', /Z and A tell that these are tanh and sigmoid/, 'passes'],
    ['24-own-trace.json', 'hard_swish slopes', /This is a trace/, 'passes'],
    ['24-dict.json', '24-dict', /Z and A tell that these are tanh and sigmoid/, 'passes'],
    ['25-nan-literal.json', 'NaN literal', /^$/, 'fails'],
    ['25-inf-literal.json', 'inf', /^$/, 'fails'],
    ['25-nan-string.json', 'NaN string', /^$/, 'fails'],
    ['25-key-grads.json', 'grads', /grads is read as expected/, 'fails'],
    ['25-y-flat.json', '', /^Y came flat, and is read as a row/, 'passes'],
    ['25-no-precision.json', '', /^No precision is given/, 'passes'],
    ['25-act-case.json', '', /"Tanh" is read as tanh/, 'passes'],
    ['25-names-AL.json', '', /^$/, 'passes'],
    ['25-names-dX.json', '', /^$/, 'passes'],
    ['expected-wrong-but-green.json', '', /^$/, 'fails'],
  ];

/** Those that hold arrays alone, which are checked where they are opened. */
const areArrays = ['24-grads.npz', '24-dict.json'];

test('files as people write them open, each with a sentence on what was read as something else', async ({
  page,
}) => {
  expect(cases.length).toBeGreaterThanOrEqual(25);
  await open(page);
  for (const [file, name, says, outcome] of cases) {
    await test.step(file, async () => {
      await openFile(page, path(file));
      if (areArrays.includes(file)) {
        await expect(page.locator('[data-convention="course"]')).toBeVisible();
        await expect(page.locator('[data-verdict="mistake"]')).toHaveCount(0);
        await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Step' }).click();
      }
      await expectOpened(page, name || JSON.parse(readFileSync(path(file), 'utf8')).name);
      await expect(notice(page)).toHaveText(says);
      if (outcome) await expect(verdict(page, expected)).toHaveAccessibleName(outcome);
      else await expect(checkLine(page, expected)).toHaveCount(0);
    });
  }
});

test('a file that is refused says what is still shown, and arrays are held against the network that is open', async ({
  page,
}) => {
  await open(page);
  await openFile(page, path('24-caches.pkl'));
  await expect(notice(page)).toHaveText(
    /which would have to be executed to be read.*still shows "2-4-3-1 flowers"/s,
  );
  await openFile(page, path('25-none.json'));
  await expectOpened(page, 'no expected, nothing');
  await expect(notice(page)).toHaveText('');
  await openFile(page, path('24-dW1.csv'));
  await expect(page.getByRole('region', { name: 'What came' })).toContainText('is compared with your dW[1]');
  await expect(page.locator('[data-tensor="dW1"][data-verdict="agrees"]')).toBeVisible();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Step' }).click();
  await expect(verdict(page, expected)).toHaveAccessibleName('passes');
  await openFile(page, path('25-null.json'));
  await expect(notice(page)).toHaveText(
    /expected\.dW1\[0\]\[0\].*found null.*still shows "no expected, nothing"/s,
  );
  await page.reload();
  await expectOpened(page, 'no expected, nothing');
  await expect(verdict(page, expected)).toHaveAccessibleName('passes');
});

test('a square batch is asked about, and turned by a button', async ({ page }) => {
  await open(page);
  await openFile(page, path('06-rows-square.json'));
  await expect(notice(page)).toHaveText(/X is 2 by 2, which fits both ways/);
  const first = JSON.parse(await exported(page, 'Model (JSON)'));
  await page.getByRole('button', { name: 'Read examples as rows' }).click();
  await expect(page.getByRole('button', { name: 'Read examples as columns' })).toBeVisible();
  const turned = JSON.parse(await exported(page, 'Model (JSON)'));
  expect(turned.X).toEqual(first.X[0].map((_: number, j: number) => first.X.map((row: number[]) => row[j])));
});

test('an exported model keeps what its file expects, NaN too, and the caches that it gives', async ({
  page,
}) => {
  await open(page);
  for (const file of ['03-right.json', '25-nan-literal.json']) {
    await openFile(page, path(file));
    const { name } = JSON.parse(readFileSync(path(file), 'utf8').replace('NaN,', '"NaN",'));
    await expectOpened(page, name);
    const outcome = await verdict(page, expected).getAttribute('aria-label');
    const model = await exported(page, 'Model (JSON)');
    await openFile(page, path('25-none.json'));
    await expect(checkLine(page, expected)).toHaveCount(0);
    await openFile(page, fileOf('again.json', model));
    await expectOpened(page, name);
    await expect(verdict(page, expected)).toHaveAccessibleName(outcome!);
    await expect(heatmap(page, 'Z1', 'forward')).toBeVisible();
  }
});
