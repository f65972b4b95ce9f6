import type { Page } from '@playwright/test';
import { linkOf } from '../../src/state/address/shared-link';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import { setExamples, setKeep } from '../../src/state/choice/edits';
import { expect, test } from './fixture';
import { open } from './page';

/** As deep, and with as many numbers in its pass, as a model may be. */
const nearTheLimit: Choice = {
  ...firstChoice,
  layers: [
    ...Array.from({ length: 63 }, () => ({ units: 247, activation: 'relu', alpha: 0, keep: 'Z' as const })),
    firstChoice.layers[2]!,
  ],
  data: { set: 'moons', m: 1450 },
};

const linkTo = (choice: Choice) => `./${linkOf(choice, 'start').hash}`;

const working = (page: Page) => page.locator('[data-working]');

/** How many frames the page draws while something lasts. */
async function framesWhile(page: Page, lasts: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const count = () => {
      Reflect.set(window, 'drawnFrames', Number(Reflect.get(window, 'drawnFrames') ?? 0) + 1);
      requestAnimationFrame(count);
    };
    Reflect.set(window, 'drawnFrames', 0);
    requestAnimationFrame(count);
  });
  const frames = () => page.evaluate(() => Number(Reflect.get(window, 'drawnFrames')));
  const before = await frames();
  await lasts();
  return (await frames()) - before;
}

test('a link to a model near the limit leaves the page usable until it is worked out', async ({ page }) => {
  test.slow();
  await open(page, linkTo(nearTheLimit));
  await expect(working(page)).toContainText('This network is large');
  const main = page.locator('main');
  const frames = await framesWhile(page, async () => {
    await page.keyboard.press('ArrowRight');
    await expect(main).toHaveAttribute('data-step', '1');
    await page.keyboard.press('End');
    await expect(main).toHaveAttribute('data-step', '19');
  });
  expect(frames).toBeGreaterThan(1);
  await expect(working(page)).toBeVisible();
  expect(page.workers().length).toBeGreaterThan(0);
  await expect(working(page)).toHaveCount(0, { timeout: 120_000 });
  await expect(page.locator('[data-tensor="Z64"]').first()).toBeAttached();
  await expect(main).toHaveAttribute('data-step', '0');
});

test('stop answers while a pass is worked out, and leaves what was there', async ({ page }) => {
  await open(page);
  await page.goto(linkTo(nearTheLimit));
  const stop = working(page).getByRole('button', { name: 'Stop' });
  await stop.click();
  await expect(page.getByRole('alert')).toContainText('Stopped.');
  await expect(working(page)).toHaveCount(0);
  await expect
    .poll(() => page.workers().filter((worker) => worker.url().includes('worker')).length)
    .toBeLessThan(2);
  await expect(page.getByLabel('Activation of layer 4')).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(linkTo(nearTheLimit).slice(3, 60)));
});

test('an edit that is made while a pass is worked out wins', async ({ page }) => {
  await open(page, linkTo(nearTheLimit));
  await expect(working(page)).toBeVisible();
  const small = setExamples(8)(setKeep(1, 'A')(firstChoice));
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, linkTo(small).slice(2));
  await expect(working(page)).toHaveCount(0);
  await expect(page.getByLabel('Kept by layer 1')).toContainText('A');
});
