import type { Page } from '@playwright/test';
import { violations } from './axe';
import { changedReference, checks, verdict } from './checks';
import { fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { networkFile } from './models';
import { expectNoOverflow, open, showDetails, turn } from './page';
import { themesIn, type windows, windowsFrom } from './windows';

const states = ['passing', 'failing', 'running', 'stopped'] as const;

/** Has axe look at the checks in the themes of a window, by which state they are in. */
async function expectAccessible(
  page: Page,
  viewport: (typeof windows)[number],
  state: (typeof states)[number],
): Promise<void> {
  for (const theme of themesIn(viewport, states.indexOf(state))) {
    await turn(page, theme);
    const found = await violations(page, (axe) => axe.include('section[aria-label="Checks"]'));
    expect(found, `${state}, ${theme}`).toEqual([]);
  }
}

for (const viewport of windowsFrom(2))
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test('axe finds nothing wrong with checks that pass, fail, run and were stopped', async ({ page }) => {
      await open(page);
      await showDetails(page);
      await expect(checks(page).getByRole('status')).toHaveText('all pass');
      await expectAccessible(page, viewport, 'passing');

      await openFile(page, changedReference('course-two-layer', 'dZ1'));
      await showDetails(page);
      await expect(verdict(page, 'Expected by the file')).toHaveAccessibleName('fails');
      await expectAccessible(page, viewport, 'failing');

      await openFile(page, fileOf('large.json', networkFile('large', [98, 98, 98, 1], 128)));
      await showDetails(page);
      await expect(checks(page).getByRole('progressbar')).toBeVisible();
      await expectAccessible(page, viewport, 'running');
      await expectNoOverflow(page);

      await checks(page).getByRole('button', { name: 'Stop' }).click();
      await expect(checks(page).getByRole('button', { name: 'Check again' })).toBeVisible();
      await expectAccessible(page, viewport, 'stopped');
    });
  });
