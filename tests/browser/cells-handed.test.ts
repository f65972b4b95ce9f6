import { expect, test } from './fixture';
import { open, settled } from './page';

test('cells are handed to the page as a picture, so that a frame in which they stay copies none of them', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('ArrowRight');
  await settled(page);
  const drawnOn = await page
    .locator('[data-tensor] > canvas')
    .evaluateAll((all) =>
      all.filter((one) => (one as HTMLCanvasElement).getContext('bitmaprenderer') === null),
    );
  expect(drawnOn).toEqual([]);
  expect(await page.locator('[data-tensor] > canvas').count()).toBeGreaterThan(10);
});
