import type { Page } from '@playwright/test';
import { choose, expectOpened, fileOf, openFile, select } from './controls';
import { expect, test } from './fixture';
import { smallFile } from './models';
import { open } from './page';
import { heatmap } from './stage';

/** More numbers than an entry of the history carries, each of one digit. */
const large = () =>
  smallFile({
    name: 'large',
    precision: 'float32',
    layers: [
      { units: 2, activation: 'relu' },
      { units: 1, activation: 'sigmoid' },
    ],
    X: Array.from({ length: 600 }, (_, i) =>
      Array.from({ length: 1800 }, (_, j) => ((i * 7 + j * 3) % 19) - 9),
    ),
    Y: [Array.from({ length: 1800 }, (_, j) => j % 2)],
  });

/** Waits until the browser has written a model's data down: only then it is there after the page is left. */
async function expectKept(page: Page): Promise<void> {
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).length);
  await expect.poll(databases).toBe(1);
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<number>((done, failed) => {
          const asking = indexedDB.open('keyval-store');
          asking.onerror = failed;
          asking.onsuccess = () => {
            const database = asking.result;
            const counting = database.transaction('keyval').objectStore('keyval').count();
            counting.onerror = failed;
            counting.onsuccess = () => {
              database.close();
              done(counting.result);
            };
          };
        }),
    );
  await expect.poll(kept).toBe(1);
}

test('edits of data too large for a link survive a reload, and so do the entries before them', async ({
  page,
}) => {
  await open(page);
  await openFile(page, fileOf('large.json', large()));
  await expectOpened(page, 'large');
  await choose(page, 'Activation of layer 1', 'elu');
  await choose(page, 'Activation of layer 1', 'tanh');
  await expectKept(page);
  await page.reload();
  await expectOpened(page, 'large');
  await expect(heatmap(page, 'A0', 'forward')).toHaveAccessibleName(/^A\[0\], 600 by 1800/);
  await expect(select(page, 'Activation of layer 1')).toContainText('tanh');
  await expect(page.getByRole('alert')).toHaveText('');
  await page.goBack();
  await expect(select(page, 'Activation of layer 1')).toContainText('elu');
  await expectOpened(page, 'large');
  await page.goForward();
  await expect(select(page, 'Activation of layer 1')).toContainText('tanh');
  await choose(page, 'Activation of layer 1', 'gelu');
  await page.reload();
  await expect(select(page, 'Activation of layer 1')).toContainText('gelu');
  await expectOpened(page, 'large');
});

test('where the browser has lost what it kept, the page asks for the file', async ({ page }) => {
  await open(page);
  await openFile(page, fileOf('large.json', large()));
  await expectOpened(page, 'large');
  await expectKept(page);
  await page.goto('about:blank');
  await page.goBack();
  await expectOpened(page, 'large');
  await page.evaluate(() => {
    const asking = indexedDB.open('keyval-store');
    return new Promise<void>((done) => {
      asking.onsuccess = () => {
        const clearing = asking.result.transaction('keyval', 'readwrite').objectStore('keyval').clear();
        clearing.onsuccess = () => done();
      };
    });
  });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('This link goes with the file large');
});
