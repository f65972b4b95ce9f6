import type { Page } from '@playwright/test';
import { violations } from './axe';
import { changedReference, checks, verdict } from './checks';
import { fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { networkFile } from './models';
import { expectNoOverflow, open, showDetails, turn } from './page';

/** Has axe look at the checks in both themes. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await turn(page, theme);
    const found = await violations(page, (axe) => axe.include('section[aria-label="Checks"]'));
    expect(found, `${state}, ${theme}`).toEqual([]);
  }
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
])
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test('axe finds nothing wrong with checks that pass, fail, run and were stopped, in both themes', async ({
      page,
    }) => {
      await open(page);
      await showDetails(page);
      await expect(checks(page).getByRole('status')).toHaveText('all pass');
      await expectAccessible(page, 'passing');

      await openFile(page, changedReference('course-two-layer', 'dZ1'));
      await showDetails(page);
      await expect(verdict(page, 'Expected by the file')).toHaveAccessibleName('fails');
      await expectAccessible(page, 'failing');

      await openFile(page, fileOf('large.json', networkFile('large', [98, 98, 98, 1], 128)));
      await showDetails(page);
      await expect(checks(page).getByRole('progressbar')).toBeVisible();
      await expectAccessible(page, 'running');
      await expectNoOverflow(page);

      await checks(page).getByRole('button', { name: 'Stop' }).click();
      await expect(checks(page).getByRole('button', { name: 'Check again' })).toBeVisible();
      await expectAccessible(page, 'stopped');
    });
  });
