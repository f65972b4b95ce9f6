import type { Page } from '@playwright/test';
import { choose } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { goToStep } from './stage';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What a button of the page copies. */
async function copied(page: Page, button: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a teacher’s own question is copied as a frame, and stands there with its network, stage and player', async ({
  page,
}) => {
  await open(page, './#predict');
  await choose(page, 'Kept by layer 2', 'A');
  await goToStep(page, 12);
  await expect(page.getByRole('region', { name: 'Predict' })).toHaveAttribute('data-asks', 'reads');
  const frame = await copied(page, 'Copy embed');
  expect(frame).toMatch(/^<iframe [^>]*width="760" height="520"/);
  await page.setContent(frame);
  const shown = page.frameLocator('iframe');
  const predict = shown.getByRole('region', { name: 'Predict' });
  await expect(predict).toContainText('Which slots will tanh backward read to make dZ[2]?');
  await expect(shown.locator('header')).toHaveCount(0);
  await expect(shown.getByRole('button', { name: 'Play' })).toBeInViewport({ ratio: 1 });
  await shown.locator('[data-slot="activation.A"][data-layer="2"]').click();
  await predict.getByRole('button', { name: 'Take the step and see' }).click();
  await expect(predict.getByText('Right.', { exact: true })).toBeVisible();
});

test('a score is told with a link that asks others of the same network', async ({ page }) => {
  await open(page, './#predict');
  await choose(page, 'Kept by layer 1', 'A');
  await goToStep(page, 16);
  await page.locator('[data-slot="activation.A"][data-layer="1"]').click();
  await page.getByRole('button', { name: 'Take the step and see' }).click();
  const told = await copied(page, 'Share score');
  expect(told).toContain('I predicted 1 of 1 backward steps');
  await open(page, `./?again${told.slice(told.indexOf('#'))}`);
  await expect(page.getByRole('region', { name: 'Predict' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Kept by layer 1' })).toContainText('A');
});

test('a round of golf is told with its bytes, its par and a link to the first hole', async ({ page }) => {
  await open(page, './#lesson=golf&beat=4');
  const told = await copied(page, 'Challenge others');
  expect(told).toMatch(/with (\d+) bytes held, where par is \1 bytes\. Can you\? http.*#lesson=golf&beat=1$/);
});
