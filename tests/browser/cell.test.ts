import type { Page } from '@playwright/test';
import { partOf } from '../extent';
import { violations } from './axe';
import { expect, test } from './fixture';
import { expectNoOverflow, open, settled, turn } from './page';
import { goToStep, heatmap } from './stage';
import { themesIn, windows } from './windows';

const cell = (page: Page) => page.getByRole('region', { name: 'Cell', exact: true });
const lit = (page: Page, as: 'pinned' | 'sources' | 'dependents') => page.locator(`[data-drawn="${as}"]`);

test('a cell is pinned by a click, explained, lit the other way, and let go by another click', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, 19);
  const dW = heatmap(page, 'dW1', 'backward');
  await dW.click();
  await expect(cell(page).getByRole('heading')).toHaveText(/^Cell \(\d, \d\) of dW\[1\]$/);
  await expect(cell(page)).toContainText("of A[0], in layer 1's linear_cache");
  await expect(lit(page, 'pinned')).toHaveCount(1);
  await expect(lit(page, 'sources')).toHaveCount(2);
  await heatmap(page, 'W2', 'forward').click();
  await cell(page).getByRole('button', { name: 'Goes into' }).click();
  await expect(cell(page)).toContainText('of Z[2]');
  await expect(cell(page)).toContainText('of dA[1]');
  await expect(lit(page, 'dependents')).toHaveCount(2);
  await heatmap(page, 'W2', 'forward').click();
  await expect(cell(page)).toHaveCount(0);
});

test('a cell is pinned by Enter and let go by Escape', async ({ page }) => {
  await open(page);
  await goToStep(page, 19);
  await heatmap(page, 'Z1', 'forward').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(cell(page).getByRole('heading')).toHaveText(/^Cell \(1, \d\) of Z\[1\]$/);
  await page.keyboard.press('Escape');
  await expect(cell(page)).toHaveCount(0);
});

for (const viewport of partOf([windows[0], windows[2]]))
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test('axe finds nothing wrong with a cell that is explained', async ({ page }) => {
      await open(page);
      await goToStep(page, 19);
      await heatmap(page, 'dW1', 'backward').click();
      await expect(cell(page)).toBeVisible();
      await expect(lit(page, 'sources')).toHaveCount(2);
      await settled(page);
      for (const theme of themesIn(viewport, 0)) {
        await turn(page, theme);
        expect(await violations(page), theme).toEqual([]);
      }
      await expectNoOverflow(page);
    });
  });
