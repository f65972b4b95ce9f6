import type { Page } from '@playwright/test';
import { linkOf } from '../../src/state/address/shared-link';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import { choose, expectOpened, fileOf, openFile, select } from './controls';
import { expect, test } from './fixture';
import { smallFile } from './models';
import { open } from './page';

/** Large enough for a thread of its own, and a second or so of it. */
const large: Choice = {
  ...firstChoice,
  layers: [
    ...Array.from({ length: 12 }, () => ({ units: 247, activation: 'relu', alpha: 0, keep: 'Z' as const })),
    firstChoice.layers[2]!,
  ],
  data: { set: 'moons', m: 1450 },
};

const working = (page: Page) => page.locator('[data-working]');

const isWorkedOut = (page: Page) => expect(working(page)).toHaveCount(0, { timeout: 60_000 });

const units = (page: Page) => page.getByLabel('Units of layer 1', { exact: true });

test('going back while a pass is worked out leaves it, and going forward begins it again', async ({
  page,
}) => {
  test.slow();
  await open(page);
  await choose(page, 'Activation of layer 1', 'elu');
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, linkOf(large, 'start').hash.slice(1));
  await expect(working(page)).toBeVisible();
  await page.goBack();
  await isWorkedOut(page);
  await expect(select(page, 'Activation of layer 1')).toContainText('elu');
  await expect(units(page)).toHaveValue('4');
  await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBe(0);
  await page.goForward();
  await expect(working(page)).toBeVisible();
  await isWorkedOut(page);
  await expect(units(page)).toHaveValue('247');
  await page.goBack();
  await expect(units(page)).toHaveValue('4');
  await expect(select(page, 'Activation of layer 1')).toContainText('elu');
});

test('a file that is opened while a pass is worked out is what is shown', async ({ page }) => {
  await open(page);
  await page.goto(`./${linkOf(large, 'start').hash}`);
  await expect(working(page)).toBeVisible();
  await openFile(page, fileOf('small.json', smallFile()));
  await expectOpened(page, 'small');
  await isWorkedOut(page);
  await expect(units(page)).toHaveValue('1');
  await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBe(0);
  await expectOpened(page, 'small');
});

test('a view that is gone to while a pass is worked out is shown, and the pass comes into it', async ({
  page,
}) => {
  test.slow();
  await open(page);
  await page.goto(`./${linkOf(large, 'start').hash}`);
  await expect(working(page)).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Learn', exact: true }).click();
  await expect(page.getByRole('main')).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Step', exact: true }).click();
  await isWorkedOut(page);
  await expect(units(page)).toHaveValue('247');
});

test('a page that may keep nothing at all does all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const full = () => {
      throw new DOMException('nothing more is kept', 'QuotaExceededError');
    };
    Storage.prototype.setItem = full;
    IDBFactory.prototype.open = full;
  });
  await open(page);
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Learn', exact: true }).click();
  await page.getByRole('button', { name: /In which cache is which/ }).click();
  await page.locator('[data-lesson="caches"]').getByRole('button', { name: 'Show me' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Activations', exact: true }).click();
  await page.getByRole('button', { name: 'your own…' }).click();
  await page.getByRole('textbox', { name: 'g(z)', exact: true }).fill('z*tanh(z)');
  await page.getByRole('navigation').getByRole('button', { name: 'Step', exact: true }).click();
  const X = Array.from({ length: 600 }, (_, i) =>
    Array.from({ length: 1800 }, (_, j) => ((i * 7 + j * 3) % 19) - 9),
  );
  const layers = [
    { units: 2, activation: 'relu' },
    { units: 1, activation: 'sigmoid' },
  ];
  const Y = [Array.from({ length: 1800 }, (_, j) => j % 2)];
  await openFile(
    page,
    fileOf('large.json', smallFile({ name: 'large', precision: 'float32', layers, X, Y })),
  );
  await expectOpened(page, 'large');
  await choose(page, 'Activation of layer 1', 'tanh');
  await page.goBack();
  await expect(select(page, 'Activation of layer 1')).toContainText('relu');
  await page.reload();
  // What no entry can hold is gone with the page, which says so.
  await expect(page.getByRole('alert')).toContainText('This link goes with the file large');
  await expect(page.getByText('could not be shown')).toHaveCount(0);
});

test('two tabs of one browser go on beside each other, each with its own model', async ({
  page,
  context,
}) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await choose(page, 'Activation of layer 1', 'elu');
  await choose(other, 'Activation of layer 1', 'tanh');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.reload();
  await other.reload();
  await expect(select(page, 'Activation of layer 1')).toContainText('elu');
  await expect(select(other, 'Activation of layer 1')).toContainText('tanh');
});

test('a film goes on to its end while the window becomes as narrow as a phone and the stage is presented', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const main = page.locator('main');
  await page.keyboard.press('Space');
  await page.keyboard.press('p');
  await page.setViewportSize({ width: 640, height: 320 });
  await expect(main).toHaveAttribute('data-step', /[1-9]/);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(main).toHaveAttribute('data-step', '19', { timeout: 60_000 });
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await beyond()).toBeLessThanOrEqual(0);
});
