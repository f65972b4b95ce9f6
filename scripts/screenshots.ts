import { chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { launchOptions } from './browser/launch';

interface Picture {
  readonly file: string;
  readonly view: 'Learn' | 'Step' | 'Compare' | 'Activations';
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** What is done before the picture is taken. */
  prepare?(page: Page): Promise<void>;
}

/** Puts numbers into the cache that have nothing to do with the pass. */
async function tamper(page: Page): Promise<void> {
  await page.keyboard.press('End');
  await page.locator('[data-slot="activation.Z"][data-layer="2"]').click();
  await page.getByRole('button', { name: 'Unrelated Z[2]' }).click();
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
}

/** A lesson that asks of the stage, with an answer that is being given. */
async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Z is used only by relu_backward/ }).click();
  await page.locator('[data-slot="activation.Z"][data-layer="3"]').click();
  await page.locator('[data-slot="linear.W"][data-layer="3"]').click();
  await page.mouse.move(0, 0);
}

/** The pictures of the README: the model that the page opens on, at the step where relu reads its cache. */
const pictures: readonly Picture[] = [
  { file: 'docs/light.png', view: 'Step', width: 1440, height: 900, colorScheme: 'light' },
  { file: 'docs/dark.png', view: 'Step', width: 1440, height: 900, colorScheme: 'dark' },
  { file: 'docs/phone.png', view: 'Step', width: 390, height: 844, colorScheme: 'light' },
  { file: 'docs/compare.png', view: 'Compare', width: 1440, height: 900, colorScheme: 'light' },
  { file: 'docs/activations.png', view: 'Activations', width: 1440, height: 900, colorScheme: 'light' },
  { file: 'docs/learn.png', view: 'Learn', width: 1440, height: 900, colorScheme: 'light', prepare: ask },
  { file: 'docs/what-if.png', view: 'Step', width: 1440, height: 900, colorScheme: 'light', prepare: tamper },
];

/** The relu backward step of layer 1, by its number in 2-4-3-1. */
const RELU_BACKWARD = 17;

await build({ logLevel: 'warn' });
const server = await preview({ preview: { host: '127.0.0.1' } });
const browser = await chromium.launch(launchOptions());
try {
  for (const { file, view, width, height, colorScheme, prepare } of pictures) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: 2 });
    await page.goto(server.resolvedUrls!.local[0]!);
    await page.getByRole('slider', { name: 'Step' }).fill(String(RELU_BACKWARD));
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    // The verdicts beside the activations are found one by one.
    if (view === 'Activations') await page.getByRole('button', { name: 'softmax A ✓' }).waitFor();
    await prepare?.(page);
    if (view === 'Step' && width > 760)
      await page
        .getByRole('region', { name: 'Checks' })
        .getByRole('status')
        .filter({ hasText: /\w/ })
        .waitFor();
    await page.screenshot({ path: file, animations: 'disabled' });
    await page.close();
    console.log(file);
  }
} finally {
  await browser.close();
  await server.close();
}
