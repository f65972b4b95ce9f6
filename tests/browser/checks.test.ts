import { readFileSync } from 'node:fs';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { inLetters } from '../../src/view/checks/words';
import { changedReference, checkLine, checks, tenThousand, verdict } from './checks';
import { choose, choosePrecision, expectOpened, fileOf, keepSwitch, openFile } from './controls';
import { expect, test } from './fixture';
import { smallFile } from './models';
import { open } from './page';
import { goToStep, slot } from './stage';

const reference = (name: string) => `${import.meta.dirname}/../reference/${name}.json`;

/** How the check of the keep rules begins. */
const all = `${inLetters(keepRuleNames.length)} keep rules`;

test("the page's first model passes central differences and has one gradient under all keep rules", async ({
  page,
}) => {
  await open(page);
  await expect(verdict(page, 'Central differences')).toHaveAccessibleName('passes');
  await expect(checkLine(page, 'Central differences')).toContainText(
    /31 of 31 parameters · largest error \d\.\de−\d+/,
  );
  await expect(verdict(page, `${all}, one gradient`)).toHaveAccessibleName('passes');
  await expect(checks(page).getByRole('status')).toHaveText('all pass');
  await expect(checkLine(page, 'Expected')).toHaveCount(0);
});

test('an opened reference pass is what PyTorch expects, whatever it keeps, until the activation is another', async ({
  page,
}) => {
  await open(page);
  await openFile(page, reference('tanh-only'));
  await expectOpened(page, 'tanh-only');
  await expect(verdict(page, 'Expected by the file')).toHaveAccessibleName('passes');
  await expect(checkLine(page, 'Expected')).toContainText(/14 tensors · largest error/);
  await keepSwitch(page, 'none').click();
  await expect(checks(page).getByRole('status')).toHaveText('all pass');
  await choose(page, 'Activation of layer 1', 'relu');
  await expect(verdict(page, 'Expected by the file')).toHaveAccessibleName('fails');
  await expect(checkLine(page, 'Expected').getByRole('button', { name: 'Go to step 2' })).toBeVisible();
  await expect(verdict(page, 'Central differences')).toHaveAccessibleName('passes');
  await page.goBack();
  await expect(verdict(page, 'Expected by the file')).toHaveAccessibleName('passes');
  await choose(page, 'Data', 'Moons');
  await expect(checkLine(page, 'Expected')).toHaveCount(0);
});

test('one number that a file expects otherwise is red, with its place and a way to its step, by keys alone', async ({
  page,
}) => {
  await open(page);
  await openFile(page, changedReference('course-two-layer', 'dW1'));
  await expectOpened(page, 'changed');
  const expected = checkLine(page, 'Expected by the file');
  await expect(verdict(page, 'Expected by the file')).toHaveAccessibleName('fails');
  await expect(expected).toContainText(/dW\[1\] \(1, 1\): .+, but the file expects .+\./);
  await expect(checks(page).getByRole('status')).toHaveText('1 of 3 fails');
  const alarm = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--alarm'),
  );
  await expect(expected.getByRole('img')).toHaveCSS('color', rgb(alarm));
  await expected.getByRole('button', { name: 'Go to step 12' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '12');
  await expect(page.locator('[data-tensor="dW1"]')).toHaveAttribute('data-mark', 'write');
});

test('a cell changed by hand turns central differences and keep rules red, until it is put back', async ({
  page,
}) => {
  await open(page);
  await choose(page, 'Activation of layer 1', 'tanh');
  await goToStep(page, 19);
  await slot(page, 1, 'activation.Z').click();
  await page
    .getByRole('region', { name: 'What if' })
    .getByRole('button', { name: 'NaN', exact: true })
    .click();
  await expect(checks(page).getByRole('status')).toHaveText('2 of 2 fail');
  await expect(checkLine(page, 'Central differences')).toContainText(
    /dW\[1\] .+: NaN, but .+ by central differences\./,
  );
  await checkLine(page, all).getByRole('button', { name: 'Go to step 17' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '17');
  await expect(page.locator('[data-tensor="dZ1"]')).toHaveAttribute('data-mark', 'write');
  await page.getByRole('button', { name: 'Put the cache back' }).click();
  await expect(checks(page).getByRole('status')).toHaveText('all pass');
});

/** `#b3261e` as browsers tell a colour. */
const rgb = (hex: string) =>
  `rgb(${[1, 3, 5].map((i) => Number.parseInt(hex.trim().slice(i, i + 2), 16)).join(', ')})`;

/** A case that somebody had trouble with, with some of its layers' choices changed. */
function caseFile(name: string, layer: object = {}) {
  const model = JSON.parse(readFileSync(`${import.meta.dirname}/../cases/files/${name}.json`, 'utf8'));
  model.layers = model.layers.map((of: object) => ({ ...of, ...layer }));
  model.version = 2;
  return fileOf(`${name}.json`, model);
}

test('a route to g′ that loses digits in float32 is red, and is not in float64', async ({ page }) => {
  await open(page);
  await openFile(page, caseFile('bce-sat-float32'));
  await expectOpened(page, 'bce-sat-float32');
  await expect(checks(page).getByRole('status')).toHaveText('all pass');
  await openFile(page, caseFile('bce-sat-float32', { route: 'Z_stable' }));
  await expect(verdict(page, `${all}, another gradient`)).toHaveAccessibleName('fails');
  await choosePrecision(page, 'float64');
  await expect(checks(page).getByRole('status')).toHaveText('all pass');
});

test('a gradient of 1e-19 that the file has times −1000 is red, by its factor', async ({ page }) => {
  await open(page);
  await openFile(page, caseFile('expected-wrong-but-green'));
  await expectOpened(page, 'wrong by a factor of -1000');
  const line = page.locator('[data-check="expected"]');
  await expect(line).toHaveAttribute('data-result', 'fail');
  await expect(line).toContainText('97 tensors are off, each of them times −1000.');
  const slopes = page.locator('[data-check="central_differences"]');
  await expect(slopes).toHaveAttribute('data-result', 'pass');
  await expect(slopes).toContainText(/No verdict on \d+: rounding in J hides/);
});

test('NaN is red in every check, and told where it is born: in the checks, and at that step', async ({
  page,
}) => {
  const born = 'NaN is born at step 9, −∞ · 0 at dZ[3] (1, 1): A is exactly 0.';
  await open(page);
  await openFile(page, caseFile('15-large-init'));
  await expectOpened(page, 'weights times ten');
  for (const check of ['central_differences', 'keep_rules']) {
    await expect(page.locator(`[data-check="${check}"]`)).toHaveAttribute('data-result', 'fail');
    await expect(page.locator(`[data-check="${check}"]`)).toContainText(born);
  }
  await expect(checks(page).getByRole('status')).toHaveText('2 of 2 fail');
  await page.locator('[data-check="keep_rules"]').getByRole('button', { name: 'Go to step 9' }).click();
  await expect(page.getByRole('region', { name: 'Step', exact: true })).toContainText(born);
});

test('a pass whose J is NaN is told so, and an own formula is checked like any other', async ({ page }) => {
  await open(page);
  const activation = { name: 'mine', formula: 'z * exp(-z^2)' };
  await openFile(
    page,
    fileOf('mine.json', smallFile({ loss: 'mean_squared_error', layers: [{ units: 1, activation }] })),
  );
  await expect(checks(page).getByRole('status')).toHaveText('all pass');
  await openFile(
    page,
    fileOf('nan.json', smallFile({ name: 'no cost', layers: [{ units: 1, activation: 'linear' }] })),
  );
  await expectOpened(page, 'no cost');
  await expect(checkLine(page, 'Central differences')).toContainText('J is NaN: it has no slopes.');
});

test.describe('ten thousand parameters', () => {
  test('can be stopped, and the check then be run to its end', async ({ page }) => {
    await open(page);
    await openFile(page, tenThousand(32));
    await expect(checks(page).getByRole('progressbar', { name: 'Parameters checked' })).toBeVisible();
    await expect(checkLine(page, 'Central differences')).toContainText(/\d of 10,095 parameters so far/);
    await checks(page).getByRole('button', { name: 'Stop' }).click();
    await expect(checks(page).getByRole('status')).toHaveText('stopped');
    await expect(checks(page).getByRole('progressbar')).toHaveCount(0);
    const stopped = await checkLine(page, 'Central differences').textContent();
    await page.waitForTimeout(500);
    await expect(checkLine(page, 'Central differences')).toHaveText(stopped!);
    await page.keyboard.press('Enter');
    await expect(checks(page).getByRole('status')).toHaveText('all pass', { timeout: 60_000 });
    await expect(checkLine(page, 'Central differences')).toContainText('10,095 of 10,095 parameters');
  });

  test('are left alone for another model: its own check begins at once', async ({ page }) => {
    await open(page);
    await openFile(page, tenThousand(64));
    await expect(checks(page).getByRole('progressbar')).toBeVisible();
    await goToStep(page, 5);
    await expect(checks(page).getByRole('progressbar')).toBeVisible();
    await choose(page, 'Data', 'Moons');
    await page.getByRole('spinbutton', { name: 'Units of layer 1' }).fill('2');
    await page.getByRole('spinbutton', { name: 'Units of layer 2' }).fill('2');
    await page.keyboard.press('Tab');
    await expect(checkLine(page, 'Central differences')).toContainText('15 of 15 parameters');
    await expect(checks(page).getByRole('status')).toHaveText('all pass');
  });
});
