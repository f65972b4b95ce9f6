import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { firstLoad } from '../build/dist';
import { expect, test } from './fixture';

test('the first picture comes with less than 140 KB, gzipped, and without KaTeX', async ({ page }) => {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  // What comes later does not come here at all, so that the picture is seen to do without it.
  const first = firstLoad();
  const isLater = ({ pathname }: URL) =>
    /\.(?:js|css)$/.test(pathname) && !first.some((path) => pathname.endsWith(path));
  await page.route(isLater, () => undefined);
  // What later parts look like is asked for before the page counts as loaded, and does not come.
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByRole('img', { name: 'W[1], 4 by 2' }).first()).toBeVisible();
  const loaded = await Promise.all(
    responses
      .map((response) => ({ response, url: response.url() }))
      .filter(({ url }) => /\.(?:js|css)$|\/$/.test(new URL(url).pathname))
      .map(async ({ response, url }) => ({ url, bytes: gzipSync(await response.body()).length })),
  );
  expect(loaded).toHaveLength(first.length);
  expect(loaded.filter(({ url }) => /katex/i.test(url))).toEqual([]);
  const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, JSON.stringify(loaded)).toBeLessThan(140_000);
});
