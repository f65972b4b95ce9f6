import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { expect, test } from './fixture';

test('the first picture comes with less than 150 KB, gzipped, and without KaTeX', async ({ page }) => {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('img', { name: 'W[1], 4 by 2' }).first()).toBeVisible();
  const loaded = await Promise.all(
    responses
      .map((response) => ({ response, url: response.url() }))
      .filter(({ url }) => /\.(?:js|css)$|\/$/.test(new URL(url).pathname))
      .map(async ({ response, url }) => ({ url, bytes: gzipSync(await response.body()).length })),
  );
  expect(loaded.length).toBeGreaterThanOrEqual(3);
  expect(loaded.filter(({ url }) => /katex/i.test(url))).toEqual([]);
  const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, JSON.stringify(loaded)).toBeLessThan(150_000);
});
