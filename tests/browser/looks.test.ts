import { partOf } from '../extent';
import { violations } from './axe';
import { fileOf, openFile, select } from './controls';
import { expect, test } from './fixture';
import { open, settled, turn } from './page';
import { goToStep } from './stage';
import { themesIn, windows, windowsFrom } from './windows';

for (const viewport of windowsFrom(0))
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test('axe finds nothing wrong with the page before the first step, and at relu backward', async ({
      page,
    }) => {
      await open(page);
      for (const theme of themesIn(viewport, 0)) {
        await turn(page, theme);
        expect(await violations(page), `before the first step, ${theme}`).toEqual([]);
      }
      await goToStep(page, 17);
      await settled(page);
      for (const theme of themesIn(viewport, 1)) {
        await turn(page, theme);
        expect(await violations(page), `at relu backward, ${theme}`).toEqual([]);
      }
    });
  });

for (const [viewport, colorScheme] of partOf([
  [windows[0], 'light'],
  [windows[2], 'dark'],
] as const))
  test.describe(`${viewport.width} by ${viewport.height}, ${colorScheme}`, () => {
    test.use({ viewport, colorScheme });

    test('axe finds nothing wrong with lists, menus, notices and dialogs that are open', async ({ page }) => {
      await open(page);
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await select(page, 'Activation of layer 1').click();
      await expect(page.getByRole('option', { selected: true })).toBeFocused();
      expect(await violations(page), 'a list').toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('listbox')).toHaveCount(0);

      if (viewport.width < 760) await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('button', { name: 'Export' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await violations(page), 'a menu').toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);

      await openFile(page, fileOf('none.json', '{}'));
      await expect(page.getByRole('alert')).toContainText('none.json');
      const data = page.getByRole('button', {
        name: viewport.width < 760 ? 'Network and data' : /^Data, /,
      });
      if (!(await data.isVisible())) await page.getByRole('button', { name: 'More', exact: true }).click();
      await data.click();
      const seed = page.getByRole('spinbutton', { name: 'Seed' });
      await seed.fill('x');
      await expect(seed).toHaveAccessibleDescription(/^Expected a /);
      expect(await violations(page), 'a notice and a complaint').toEqual([]);
      await page.keyboard.press('Tab');

      await page.keyboard.press('?');
      await expect(
        page.getByRole('dialog', { name: 'Keys' }).getByRole('button', { name: 'Close' }),
      ).toBeFocused();
      expect(await violations(page), 'the list of keys').toEqual([]);
    });
  });

test('the theme follows the system until one is chosen, and the choice stays', async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: 'Theme: as the system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('body')).not.toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const other = await context.newPage();
  await other.goto('./');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await other.getByRole('button', { name: 'Theme: dark' }).click();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('nothing moves for whom motion is turned down', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await goToStep(page, 17);
  await settled(page);
  const moving = await page.evaluate(() =>
    Array.from(document.querySelectorAll('*')).flatMap((element) => {
      const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
      const animated = animationName !== 'none' && Number.parseFloat(animationDuration) > 0;
      const slow = transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0);
      return animated || slow ? [element.className] : [];
    }),
  );
  expect(moving).toEqual([]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
