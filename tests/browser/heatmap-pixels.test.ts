import type { Page } from '@playwright/test';
import type { Scale } from '../../src/state/scales';
import { type Paint, painter, type ThemeName } from '../../src/view/stage/paint/colours';
import { covering } from '../extent';
import { fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { smallFile } from './models';
import { open, turn } from './page';

/** Three numbers of a scale to 1, and what is none: all that stands in X. */
const numbers = [-1, 0.25, 1] as const;
const scale: Scale = { usual: 1, most: 1 };

/** The colours of a place on the screen, each as `r,g,b`, and how many pixels have it. */
async function coloursOn(page: Page, png: Buffer): Promise<Map<string, number>> {
  const counts = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const found = new Map<string, number>();
    for (let k = 0; k < data.length; k += 4) {
      const colour = `${data[k]},${data[k + 1]},${data[k + 2]}`;
      found.set(colour, (found.get(colour) ?? 0) + 1);
    }
    return [...found];
  }, png.toString('base64'));
  return new Map(counts);
}

const channels = ({ fill }: Paint): string =>
  fill.startsWith('#')
    ? [1, 3, 5].map((i) => Number.parseInt(fill.slice(i, i + 2), 16)).join()
    : fill.match(/\d+/g)!.join();

const themes: readonly ThemeName[] = ['light', 'dark'];

/** Screens by their pixels to one of CSS, in each theme. */
const screens = [1, 1.5, 2].flatMap((density) => themes.map((theme) => [density, theme] as const));

for (const [deviceScaleFactor, theme] of covering(screens, (screen) => screen))
  test.describe(`on a screen of ${deviceScaleFactor} pixels to one of CSS`, () => {
    test.use({ deviceScaleFactor });

    test(`a dense heatmap has the legend's very colours, in the ${theme} theme`, async ({ page }) => {
      await open(page);
      await turn(page, theme);
      const at = (i: number, j: number) => numbers[(i * 7 + j * 3) % 3]!;
      const X = Array.from({ length: 70 }, (_, i) => Array.from({ length: 90 }, (_, j) => at(i, j)));
      const Y = [Array.from({ length: 90 }, (_, j) => j % 2)];
      await openFile(page, fileOf('dense.json', smallFile({ X, Y })));
      const heatmap = page.locator('[data-tensor="A0"][data-place="forward"] canvas');
      await expect(page.getByRole('img', { name: /70 by 90/ }).first()).toBeVisible();
      const { x, y, width, height } = (await heatmap.boundingBox())!;
      // Within its edge, where a ring or a rounded corner may lie on it.
      const clip = {
        x: Math.ceil(x) + 3,
        y: Math.ceil(y) + 3,
        width: Math.floor(width) - 7,
        height: Math.floor(height) - 7,
      };
      const found = await coloursOn(page, await page.screenshot({ clip }));
      const paint = painter(scale, theme);
      expect([...found.keys()].sort()).toEqual(numbers.map((value) => channels(paint(value))).sort());
    });
  });
