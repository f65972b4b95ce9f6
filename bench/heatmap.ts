import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { launchOptions } from '../scripts/browser/launch';

/*
 * A dense heatmap against a raw putImageData of as many pixels, in this machine's browser: ratios of medians of
 * measurements in turns.
 */

const PAIRS = 21;

/** The bench's own script for the page, as text. */
async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry: 'bench/heatmap-page.ts', formats: ['iife'], name: 'bench' } },
  });
  const [{ output }] = built as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code;
}

const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await script() });
  for (const [rows, cols] of [
    [784, 128],
    [1024, 1024],
  ]) {
    const ratio = await page.evaluate<number>(`bench.heatmapOverPixels(${rows}, ${cols}, ${PAIRS})`);
    console.log(`A heatmap of ${rows} × ${cols} takes ${ratio.toPrecision(2)} times a putImageData`);
  }
} finally {
  await browser.close();
}
