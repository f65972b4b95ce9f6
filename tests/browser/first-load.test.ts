import { gzipSync } from 'node:zlib';
import { expect, test } from './fixture';

test('the first picture comes with less than 150 KB, gzipped, and without KaTeX', async ({ page }) => {
  const loaded: { url: string; bytes: number }[] = [];
  page.on('response', async (response) => {
    const url = response.url();
    if (/\.(?:js|css)$|\/$/.test(new URL(url).pathname))
      loaded.push({ url, bytes: gzipSync(await response.body()).length });
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('img', { name: 'W[1], 4 by 2' }).first()).toBeVisible();
  await page.waitForTimeout(500);
  expect(loaded.length).toBeGreaterThanOrEqual(3);
  expect(loaded.filter(({ url }) => /katex/i.test(url))).toEqual([]);
  const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, JSON.stringify(loaded)).toBeLessThan(150_000);
});
