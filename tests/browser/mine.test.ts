import type { Page } from '@playwright/test';
import { covering } from '../extent';
import { fileOf as arraysOf, mistakes } from '../mistakes/files';
import { violations } from './axe';
import { exported, fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { expectNoOverflow, open, turn } from './page';
import { themesIn, windowsFrom } from './windows';

const filesOf = (name: string) => [
  { name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(arraysOf(name, 'json')) },
  { name: `${name}.npz`, mimeType: 'application/zip', buffer: Buffer.from(arraysOf(name, 'npz')) },
];

/** Opens a network and the arrays of one who worked with it, one after the other. */
async function openCase(page: Page, name: string): Promise<void> {
  for (const file of filesOf(name)) await page.getByLabel('Open a file').setInputFiles(file);
  await expect(report(page)).toBeVisible();
}

const report = (page: Page) => page.locator('[data-convention]');
const row = (page: Page, tensor: string) => report(page).locator(`[data-tensor="${tensor}"]`);

/** The mistakes that the report has, each with its cause. */
const told = (page: Page) =>
  report(page)
    .locator('[data-verdict="mistake"]')
    .evaluateAll((rows) => rows.map(({ dataset }) => `${dataset.tensor} ${dataset.cause}`));

test('every mistake of a case is told through the page, with its cause and the convention', async ({
  page,
}) => {
  await open(page);
  // Each convention in npm test, with a mistake and without; what is told of each case is held in tests/mistakes.
  const tried = covering(mistakes, ([, { convention, mistakes: made }]) => [convention, made.length > 0]);
  for (const [name, { convention, mistakes: made }] of tried) {
    await openCase(page, name);
    await expect(page.getByRole('region', { name: 'What came' })).toContainText(`${name}.npz`);
    await expect
      .poll(() => told(page), { message: name })
      .toEqual(made.map(({ tensor, cause }) => `${tensor} ${cause}`));
    // Whatever was looked at before, a new report begins at a mistake.
    if (made.length > 0)
      await expect(report(page).locator('[data-verdict="mistake"] [aria-current]')).toBeVisible();
    const named = ['float32', 'eight-digits'].includes(convention) ? 'course' : convention;
    await expect(report(page)).toHaveAttribute('data-convention', named);
  }
});

test('a network and arrays that are opened at once are held against each other', async ({ page }) => {
  await open(page);
  await page.getByLabel('Open a file').setInputFiles(filesOf('mistake-23').toReversed());
  await expect.poll(() => told(page)).toEqual(['dZ1 A-for-Z']);
  await expect(row(page, 'dW1')).toHaveAttribute('data-verdict', 'follows');
});

test('the report says what the code did, steps to the next mistake, and runs the pass with it in', async ({
  page,
}) => {
  await open(page);
  await openCase(page, 'mistake-09');
  await expect(
    page.getByRole('heading', { level: 2, name: /Your dW\[3\] is computed with Z\[2\]/ }),
  ).toBeVisible();
  await expect(page.getByRole('img', { name: 'Your dW[3], 5 by 6' })).toBeVisible();
  await page.getByRole('button', { name: 'Run it with this mistake in' }).click();
  await expect(page.getByRole('region', { name: 'Try it' })).toContainText('25 of the 25 arrays');
  await expect(page.getByText('No difference beyond rounding')).toBeVisible();
  await page.getByRole('button', { name: 'Next mistake', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: /Your db\[1\] is one sum/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'The code' })).toContainText('axis=1, keepdims=True');
});

test('what Python printed is pasted; another paste of one array joins it, and an unknown name is asked for', async ({
  page,
}) => {
  await open(page);
  await openFile(page, fileOf('net.json', Buffer.from(arraysOf('mistake-13', 'json')).toString()));
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Check mine' }).click();
  const field = page.getByRole('textbox', { name: 'Paste what Python printed' });
  await field.fill('db2 = [[100.]]');
  await expect(row(page, 'db2')).toHaveAttribute('data-verdict', 'mistake');
  await expect(row(page, 'dW1')).toHaveAttribute('data-verdict', 'missing');
  await field.fill('<img src=x onerror=alert(1)>grads_check = [[1. 2.]]\ncost = 0.5\ndb2 = [[100.]]');
  await expect(page.getByRole('list', { name: 'Not placed' })).toContainText('grads_check');
  await page.getByRole('combobox', { name: 'What grads_check is' }).click();
  await page.getByRole('option', { name: 'Z[2]', exact: true }).click();
  await expect(row(page, 'Z2')).toHaveAttribute('data-verdict', 'mistake');
  await page.getByRole('button', { name: 'Take away' }).click();
  await expect(row(page, 'Z2')).toHaveAttribute('data-verdict', 'missing');
});

test('what cannot be read is told in a sentence, and what was there stays', async ({ page }) => {
  await open(page);
  await openCase(page, 'mistake-11');
  const [, { buffer }] = filesOf('mistake-11') as [unknown, { buffer: Buffer }];
  const hostile = [
    { name: 'half.npz', mimeType: 'application/zip', buffer: buffer.subarray(0, 900) },
    { name: 'pickle.npy', mimeType: 'application/octet-stream', buffer: Buffer.from([0x80, 4, 0x95, 0]) },
    { name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from('dW1 = [[ 0.1 0.2]]\n'.repeat(600_000)) },
  ];
  for (const file of hostile) {
    await page.getByLabel('Open your arrays').setInputFiles(file);
    await expect(page.getByText(new RegExp(`^${file.name} was not opened\\.`))).toBeVisible();
    expect(await told(page)).toEqual(['dZ1 not-squared']);
  }
});

test('a script to begin with, with nothing solved, is taken from the menu', async ({ page }) => {
  await open(page);
  expect(await exported(page, 'Start your own (.py)')).toContain('raise NotImplementedError');
  expect(JSON.parse(await exported(page, 'Start your own (.ipynb)'))).toMatchObject({ nbformat: 4 });
});

for (const viewport of windowsFrom(2))
  test(`at ${viewport.width} by ${viewport.height} nothing is wider than the window, and axe finds nothing wrong`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await open(page);
    await openCase(page, 'mistake-14');
    await page.getByText('How do I save mine?').click();
    await expectNoOverflow(page);
    for (const theme of themesIn(viewport, 5)) {
      await turn(page, theme);
      expect(await violations(page)).toEqual([]);
    }
  });

test('all of it is reached by the keyboard: the steps by arrows, the rows and cells by Tab', async ({
  page,
}) => {
  await open(page);
  await openCase(page, 'mistake-23');
  await expect(page.getByRole('heading', { level: 2, name: /Your slope is/ })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(
    page.getByRole('heading', { level: 2, name: /^Your dW\[1\] is computed correctly/ }),
  ).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await row(page, 'A1').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Your A[1] is right.' })).toBeVisible();
  await page.getByRole('img', { name: 'Your A[1], 6 by 8' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/^row \d, column 1: /).first()).toBeVisible();
});

test('arrays that take long to check can be given up, and checked again', async ({ page }) => {
  await open(page);
  // In the place of what checks them a thread that does nothing but work.
  await page
    .context()
    .route(/\/worker-[^/]*\.js$/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'for (;;);' }),
    );
  const [name] = mistakes[0]!;
  for (const file of filesOf(name)) await page.getByLabel('Open a file').setInputFiles(file);
  const waiting = page.locator('[data-judging]');
  await expect(waiting.getByRole('progressbar', { name: 'Checked' })).toBeVisible();
  await waiting.getByRole('button', { name: 'Stop' }).click();
  await expect(waiting.getByRole('status')).toContainText('Stopped');
  const again = waiting.getByRole('button', { name: 'Check again' });
  await expect(again).toBeFocused();
  await page.context().unrouteAll();
  await again.click();
  await expect(report(page)).toBeVisible();
});
