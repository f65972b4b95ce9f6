import { expect, type Page } from '@playwright/test';

/** Goes to the page, or to another address of it, and waits until it is drawn and its link is in the address. */
export async function arrive(page: Page, address = './'): Promise<void> {
  await page.goto(address);
  await page.locator('main[data-step], main[data-view]').waitFor();
  // What writes links comes after the first picture.
  await expect.poll(() => new URL(page.url()).hash).not.toBe('');
}

/** The same, and before the first step where the address says nothing of a step. */
export async function open(page: Page, address = './'): Promise<void> {
  await arrive(page, address);
  if (address.includes('#')) return;
  await page.keyboard.press('Home');
  await page.locator('main[data-step="0"]').waitFor();
  // The address follows a step a moment later.
  await expect(page).toHaveURL(/\/start$/);
}

/** Waits for what comes after the step that it belongs to, its formula and its code, and until nothing moves. */
export async function settled(page: Page): Promise<void> {
  const inspector = page.getByRole('region', { name: 'Step', exact: true });
  await expect(inspector.getByRole('status')).toHaveText(/\w/);
  // Where there is no room for the panel, there is the sentence alone.
  const isOfStep = !(await page.getByRole('region', { name: 'Cell', exact: true }).isVisible());
  if (isOfStep && (await inspector.getByRole('group', { name: 'Told of' }).isVisible())) {
    await expect(inspector.locator('.katex').first()).toBeVisible();
    await expect(inspector.getByRole('region', { name: 'Code' })).toBeVisible();
  }
  await expectStill(page);
}

/** Brings what is told of the step into the window where there is no room for its panel. */
export async function showDetails(page: Page): Promise<void> {
  // What tells of the step comes after the stage.
  await page.getByRole('region', { name: 'Step', exact: true }).waitFor();
  const closed = page.getByRole('button', { name: 'What the step does', expanded: false });
  if (await closed.isVisible()) await closed.click();
}

/** Waits until fonts are there and colours have changed: half-way they are those of no theme. */
export const expectStill = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => [document.fonts.status, document.getAnimations().length]))
    .toEqual(['loaded', 0]);

/** Waits until nothing is wider than the window. */
export const expectNoOverflow = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBeLessThanOrEqual(0);

/** Turns the system to a theme, and waits until the page has followed. */
export async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  await expectStill(page);
}
