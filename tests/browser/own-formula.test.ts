import type { Page } from '@playwright/test';
import { violations } from './axe';
import { exported } from './controls';
import { expect, test } from './fixture';
import { expectNoOverflow, open } from './page';

const write = async (page: Page, formula: string) => {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Activations' }).click();
  await page.getByRole('button', { name: 'your own…' }).click();
  await page.getByRole('textbox', { name: 'g(z)', exact: true }).fill(formula);
};

const says = (page: Page) => page.getByRole('region', { name: 'Your own activation' }).getByRole('status');

test('a formula is judged, used in the network, exported, and comes back by its link', async ({
  page,
  context,
}) => {
  await open(page);
  await write(page, 'z*tanh(log(1+exp(z)))');
  await expect(says(page)).toContainText('Slope by symbolic differentiation');
  await page.getByRole('textbox', { name: 'Name' }).fill('my mish');
  await expect(page.getByRole('heading', { level: 2, name: /^my mish · Z is needed/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Use my mish in a layer' }).click();
  await page.getByRole('option', { name: 'layer 1' }).click();
  await expect(page.getByRole('combobox', { name: 'Activation of layer 1' })).toHaveText('my mish');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('region', { name: 'Step', exact: true })).toContainText(
    'my mish backward reads Z[1]',
  );
  const trace = JSON.parse(await exported(page, 'Trace (JSON)'));
  expect(trace.model.layers[0].activation).toEqual({ name: 'my mish', formula: 'z*tanh(log(1+exp(z)))' });
  await expect(page).toHaveURL(/backward\.activation\.1$/);
  const again = await context.newPage();
  await again.goto(page.url());
  await expect(again.getByRole('combobox', { name: 'Activation of layer 1' })).toHaveText('my mish');
  await expect(again.locator('main')).toHaveAttribute('data-step', '17');
  await again.close();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('region', { name: 'Rule 2', exact: true })).toContainText(
    'my mish backward finds no Z',
  );
});

test('what is no formula gets a sentence, and the page goes on', async ({ page }) => {
  await open(page);
  await write(page, 'z + x');
  await expect(says(page)).toHaveText('Expected z, pi or e, but found "x" at character 5.');
  // Each has a sentence of its own, lest that of the one before be taken for it.
  for (const [hostile, why] of [
    ['import("fs")', /^Expected one of the functions .*, but found "import" at character 1\.$/],
    ['constructor', 'Expected z, pi or e, but found "constructor" at character 1.'],
    ['1/0', /^Expected a formula with a finite value for some z /],
    ['', /^Expected a formula of z, such as .*, but it is empty\.$/],
    ['('.repeat(400), 'Expected parentheses at most 60 deep.'],
  ] as const) {
    await page.getByRole('textbox', { name: 'g(z)', exact: true }).fill(hostile);
    await expect(says(page)).toHaveText(why);
  }
  await page.getByRole('textbox', { name: 'g(z)', exact: true }).fill('max(0, z)');
  await expect(says(page)).toContainText('automatic differentiation');
  await expect(page.getByRole('heading', { level: 2, name: /A is enough/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'g(z)', exact: true }).fill('sqrt(z)');
  await expect(says(page)).toContainText('It has no finite value or slope from −12 to');
});

test('a wrong slope is told beside its field, runs as it is, and turns the checks red', async ({ page }) => {
  await open(page);
  await write(page, 'np.tanh(z)');
  const panel = page.getByRole('region', { name: 'Your own activation' });
  await expect(panel).toContainText('A would do; give g′ in terms of a and it will be used.');
  await page.getByRole('textbox', { name: 'g′ in terms of a, optional' }).fill('1 - a²');
  await expect(panel.locator('[data-result="pass"]')).toContainText('g′ in terms of a agrees');
  await page.getByRole('textbox', { name: 'g′ in terms of a, optional' }).fill('1 - a');
  await expect(panel.locator('[data-result="fail"]')).toContainText(
    /g′ in terms of a is wrong .*, worst at z = −/,
  );
  await page.getByRole('combobox', { name: 'Use mine in a layer' }).click();
  await page.getByRole('option', { name: 'layer 1' }).click();
  await page.getByRole('combobox', { name: 'Kept by layer 1' }).click();
  await page.getByRole('option', { name: /^A\b/ }).first().click();
  await expect(page.locator('[data-check="central_differences"]')).toHaveAttribute('data-result', 'fail');
});

test('writing a formula is accessible on a phone in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await write(page, 'z * sin(z)');
  await expect(page.getByRole('heading', { level: 2, name: /Z is needed/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expectNoOverflow(page);
});
