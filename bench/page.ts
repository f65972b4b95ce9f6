import { type Browser, chromium, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { launchOptions } from '../scripts/browser/launch';

/** Builds the page, opens it in this machine's browser, and ends both once `work` is done with it. */
export async function withPage(work: (page: Page) => Promise<void>): Promise<void> {
  await build({ logLevel: 'warn' });
  const server = await preview({ preview: { host: '127.0.0.1' } });
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch(launchOptions());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.resolvedUrls!.local[0]!);
    await work(page);
  } finally {
    await browser?.close();
    await server.close();
  }
}
