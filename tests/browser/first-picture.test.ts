import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { themesIn, windows } from './windows';

const QUESTION = 'Are we caching Z for backprop only for relu?';

/** Holds back all scripts that are modules, until they are let go. */
async function heldBack(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/(?!asked)[^/]*\.js$/, async (route) => {
    await gone;
    await route.continue();
  });
  return () => letGo();
}

const seen = (page: Page) => page.locator('[data-built] > div:visible');

/** Where the texts stand that a picture leads with, rounded: what stands elsewhere afterwards has jumped. */
const places = (page: Page) =>
  page.evaluate((question) => {
    const texts = ['Cache', 'Step', question, 'Find out in a lesson', 'linear_cache', 'relu'];
    const walker = document.createTreeWalker(document.getElementById('root')!, NodeFilter.SHOW_TEXT);
    const found: Record<string, number[]> = {};
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      if (!texts.includes(text) || found[text]) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { x, y, width, height } = range.getBoundingClientRect();
      if (width > 2 && node.parentElement!.checkVisibility({ visibilityProperty: true }))
        found[text] = [x, y + height / 2];
    }
    return found;
  }, QUESTION);

for (const viewport of windows)
  for (const colorScheme of themesIn(viewport, 0))
    test.describe(`in a ${colorScheme} window of ${viewport.width} by ${viewport.height}`, () => {
      test.use({ viewport, colorScheme });

      test('the first picture is there before any script, and stays where it is when the page takes over', async ({
        page,
      }) => {
        await page.addInitScript(() => {
          const shifts: number[] = [];
          Reflect.set(window, 'shifts', shifts);
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
          }).observe({ type: 'layout-shift', buffered: true });
        });
        const letGo = await heldBack(page);
        // What is told of the step at rest comes later than all of it, and takes its own room.
        await page.route(/\/StepDetails-/, () => undefined);
        await page.goto('./', { waitUntil: 'commit' });
        await expect(seen(page)).toHaveCount(1);
        await expect(seen(page).getByText(QUESTION).locator('visible=true')).toBeVisible();
        for (const name of ['W[1]', 'dZ[1]', 'dA[1]'])
          await expect(seen(page).locator('svg text').getByText(name).first()).toBeAttached();
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        expect(ground).toBe(colorScheme === 'dark' ? 'rgb(20, 21, 23)' : 'rgb(247, 246, 243)');
        const before = await places(page);
        expect(Object.keys(before)).toContain(QUESTION);
        letGo();
        await expect(page.locator('main[data-step]:not([data-built] *)')).toBeVisible();
        await expect(page.getByRole('slider', { name: 'Step' })).toBeVisible();
        await expect(page.locator('[data-built]')).toHaveCount(0);
        const after = await places(page);
        for (const [text, [x, y]] of Object.entries(before)) {
          expect(Math.abs(after[text]![0]! - x!), text).toBeLessThan(1.5);
          expect(Math.abs(after[text]![1]! - y!), text).toBeLessThan(1.5);
        }
        expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
      });
    });

for (const [what, address] of [
  ['a link', './#v1.something'],
  ['a link that folds a panel', './?hide=header'],
])
  test(`${what} never shows the default first`, async ({ page }) => {
    await heldBack(page);
    await page.goto(address!, { waitUntil: 'commit' });
    // Its styles are there.
    await expect(page.locator('body')).toHaveCSS('margin', '0px');
    await expect(page.locator('[data-built="wide"]')).toBeAttached();
    await expect(seen(page)).toHaveCount(0);
  });

test('panels that were folded are not shown first, and the theme that was chosen is', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('cacheback-theme', '{"state":{"theme":"dark"},"version":0}');
    localStorage.setItem('cacheback-panels', '{"state":{"hidden":["inspector"]},"version":0}');
  });
  await heldBack(page);
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('[data-built="wide"]')).toBeAttached();
  await expect(seen(page)).toHaveCount(0);
});

test('what the picture shows of a part stays until the part comes', async ({ page }) => {
  await page.route(/\/assets\/(?:PassTimeline|Inspector|Rail|Header)-[^/]*\.js$/, () => undefined);
  await page.goto('./');
  await expect(page.locator('main[data-step]:not([data-built] *)')).toBeVisible();
  await expect(page.getByText('Play', { exact: true })).toBeVisible();
  await expect(page.getByText('activation_cache, written at step 2.')).toBeVisible();
  // The page answers without them, and what they showed goes with the step that it was about.
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('main')).toHaveAttribute('data-step', '16');
  await expect(page.getByText('Play', { exact: true })).toHaveCount(0);
  await expect(page.getByText('activation_cache, written at step 2.')).toHaveCount(0);
  // What is about no step stays.
  for (const text of ['Check mine', 'float32'])
    await expect(page.getByText(text, { exact: true })).toBeVisible();
});

test('where a script cannot be had, the page says so over the picture', async ({ page, forgiven }) => {
  forgiven.push(/./);
  await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.abort());
  await page.goto('./');
  await expect(page.getByText('If this sentence stays')).toBeVisible();
});

test.describe('what is pressed on the picture', () => {
  /** The middle of a control of the picture, by its words. */
  const middleOf = async (page: Page, text: string) => {
    const { x, y, width, height } = (await seen(page)
      .getByText(text, { exact: true })
      .first()
      .boundingBox())!;
    return [x + width / 2, y + height / 2] as const;
  };

  test('by a key is done when the page takes over', async ({ page }) => {
    const letGo = await heldBack(page);
    await page.goto('./', { waitUntil: 'commit' });
    await expect(seen(page)).toHaveCount(1);
    await page.keyboard.press('ArrowRight');
    letGo();
    await expect(page.locator('main[data-step]:not([data-built] *)')).toHaveAttribute('data-step', '18');
    // And no second time.
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('main[data-step]')).toHaveAttribute('data-step', '19');
  });

  test('is done once its part has come, as a tensor, a view, a list or a switch', async ({ page }) => {
    for (const [text, then] of [
      ['Compare', page.getByRole('button', { name: 'Compare' }).and(page.locator('[aria-current=page]'))],
      ['relu', page.getByRole('listbox')],
      ['Cell', page.getByText('Pick a cell on the stage')],
      ['data', page.getByRole('button', { name: 'data' }).and(page.locator('[aria-expanded=true]'))],
    ] as const) {
      const letGo = await heldBack(page);
      await page.goto('./', { waitUntil: 'commit' });
      await expect(seen(page)).toHaveCount(1);
      await page.mouse.click(...(await middleOf(page, text)));
      letGo();
      await expect(then, text).toBeVisible();
      await page.unrouteAll({ behavior: 'wait' });
    }
  });
});
