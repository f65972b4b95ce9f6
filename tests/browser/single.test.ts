import { pathToFileURL } from 'node:url';
import { expect, test } from './fixture';
import { open } from './page';

const file = pathToFileURL('dist-single/index.html').href;

test.describe('the page as one file', () => {
  // What it asks of a disk: a file has no service worker.
  test('opens from a disk, steps, checks its gradients in a worker, and asks for nothing', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page, file);
    await page.keyboard.press('End');
    await expect(page.locator('main')).toHaveAttribute('data-step', '19');
    await expect(page.locator('[data-check="central_differences"]')).toHaveAttribute('data-result', 'pass');
    expect(asked.filter((url) => url !== file && !/^(?:data|blob):/.test(url))).toEqual([]);
  });

  test('has its later parts in it: lessons, activations and what reads formulas', async ({ page }) => {
    await open(page, `${file}#lesson=who-reads`);
    await expect(page.locator('[data-lesson="who-reads"]')).toHaveAttribute('data-asks', 'reads');
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('button', { name: 'Activations' }).click();
    await expect(page.locator('main[data-view="activations"]')).toBeVisible();
    await views.getByRole('button', { name: 'Compare' }).click();
    await expect(page.locator('main[data-view="compare"]')).toBeVisible();
  });
});
