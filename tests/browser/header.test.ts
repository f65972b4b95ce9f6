import type { Page } from '@playwright/test';
import { editor } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { heatmap } from './stage';

test.use({ viewport: { width: 390, height: 844 } });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The button that unfolds what a phone's header has no room for. */
const more = (page: Page) => button(page, 'More');

async function unfold(page: Page): Promise<void> {
  await more(page).click();
  await expectUnfolded(page);
}

async function expectUnfolded(page: Page): Promise<void> {
  await expect(more(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(button(page, 'Share')).toBeVisible();
}

async function expectFolded(page: Page): Promise<void> {
  await expect(more(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(button(page, 'Share')).toBeHidden();
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true });

test.describe('what a phone’s header unfolds', () => {
  test.beforeEach(({ page }) => open(page));

  test('is folded by its button and by Escape, which takes the focus back to the button', async ({
    page,
  }) => {
    await unfold(page);
    await more(page).click();
    await expectFolded(page);
    await unfold(page);
    await page.keyboard.press('Escape');
    await expectFolded(page);
    await unfold(page);
    await button(page, 'Share').focus();
    await page.keyboard.press('Escape');
    await expectFolded(page);
    await expect(more(page)).toBeFocused();
  });

  test('is folded by a press beside it, which does what it does', async ({ page }) => {
    await unfold(page);
    await page.getByRole('heading', { name: 'Cacheback' }).click();
    await expectFolded(page);
    await unfold(page);
    await button(page, 'Next step').click();
    await expect(page.locator('main')).toHaveAttribute('data-step', '1');
    await expectFolded(page);
    // The stage listens to pointers of its own.
    await unfold(page);
    await heatmap(page, 'Z1', 'forward').click();
    await expectFolded(page);
    await expect(page.getByRole('region', { name: 'Cell', exact: true })).toBeVisible();
  });

  test('is folded where another view is shown, by hand, by keyboard or by the back button, and stays so', async ({
    page,
  }) => {
    await unfold(page);
    await view(page, 'Learn').click();
    await expectFolded(page);
    await unfold(page);
    await view(page, 'Step').press('Enter');
    await expectFolded(page);
    await unfold(page);
    await page.goBack();
    await expect(view(page, 'Learn')).toHaveAttribute('aria-current', 'page');
    await expectFolded(page);
    await page.goForward();
    await expect(view(page, 'Step')).toHaveAttribute('aria-current', 'page');
    await expectFolded(page);
  });

  test('stays while what it holds is used, and what opens from it', async ({ page }) => {
    await unfold(page);
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Open').click();
    await choosing;
    await button(page, 'Theme: as the system').click();
    await expectUnfolded(page);

    await button(page, 'Export').click();
    const menus = page.getByRole('menu');
    await expect(menus).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(menus).toHaveCount(0);
    await expectUnfolded(page);
    // A press beside the menu closes the menu alone.
    await button(page, 'Export').click();
    await expect(menus).toHaveCount(1);
    await page.mouse.click(20, 800);
    await expect(menus).toHaveCount(0);
    await expectUnfolded(page);
    await button(page, 'Export').click();
    await page.getByRole('menuitem', { name: 'One tensor (CSV)' }).click();
    await expect(menus).toHaveCount(2);
    const saving = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Z[1]', exact: true }).click();
    expect((await saving).suggestedFilename()).toMatch(/\.Z1\.csv$/);
    await expectUnfolded(page);

    await button(page, 'Network and data').click();
    await expect(editor(page)).toBeVisible();
    await editor(page).getByRole('heading', { name: 'Network and data' }).click();
    await expectFolded(page);
    await expect(editor(page)).toBeVisible();
  });
});
