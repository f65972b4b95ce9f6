import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { changedReference, checks, verdict } from './checks';
import { fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { networkFile } from './models';

/** What axe finds wrong with the checks, in a line each. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include('section[aria-label="Checks"]')
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
])
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${viewport.width} by ${viewport.height}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });
      test.slow();

      test('axe finds nothing wrong with checks that pass, fail, run and were stopped', async ({ page }) => {
        await page.goto('./');
        await expect(checks(page).getByRole('status')).toHaveText('all pass');
        expect(await violations(page), 'passing').toEqual([]);

        await openFile(page, changedReference('course-two-layer', 'dZ1'));
        await expect(verdict(page, 'Expected by the file')).toHaveAccessibleName('fails');
        expect(await violations(page), 'failing').toEqual([]);

        await openFile(page, fileOf('large.json', networkFile('large', [98, 98, 98, 1], 128)));
        await expect(checks(page).getByRole('progressbar')).toBeVisible();
        expect(await violations(page), 'running').toEqual([]);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide).toBeLessThanOrEqual(0);

        await checks(page).getByRole('button', { name: 'Stop' }).click();
        await expect(checks(page).getByRole('button', { name: 'Check again' })).toBeVisible();
        expect(await violations(page), 'stopped').toEqual([]);
      });
    });
