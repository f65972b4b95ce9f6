import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallFile } from '../browser/models';
import { type Served, serve } from '../browser/served';
import { atStep, launchFirefox, openIn, press, says } from './firefox';

let browser: Browser;
let served: Served;
let page: Page;
const flaws: string[] = [];

beforeAll(async () => {
  browser = await launchFirefox();
});
afterAll(() => browser.close());

beforeEach(async () => {
  served = await serve();
  page = await openIn(browser, served.address, flaws);
});
afterEach(async () => {
  await page.close();
  await served.stop();
  // Whatever a story is about: the page complains of nothing, and its policy refuses nothing.
  expect(flaws.splice(0)).toEqual([]);
});

describe('in Firefox', () => {
  it('a pass is stepped through by keys, buttons and the timeline, and says what each step does', async () => {
    // It opens where relu reads its Z.
    await atStep(page, 17);
    await page.keyboard.press('Home');
    await atStep(page, 0);
    await page.keyboard.press('ArrowRight');
    await atStep(page, 1);
    await page.keyboard.press('End');
    await atStep(page, 19);
    await press(page, 'button', 'Previous step');
    await atStep(page, 18);
    await page.keyboard.press('ArrowLeft');
    await atStep(page, 17);
    await page.waitForSelector(
      '[data-place="cache"][data-slot="activation.Z"][data-layer="1"][data-mark="read"]',
    );
    await page.waitForSelector('[data-tensor="dZ1"][data-mark="write"] canvas');
    await says(page, '[role="status"]', 'relu backward reads Z[1]');
    await page.waitForSelector('.katex');
  });

  it('another activation and keep rule show at the same step, and the link brings them back', async () => {
    await page.keyboard.press('End');
    await atStep(page, 19);
    await press(page, 'combobox', 'Activation of layer 1');
    await press(page, 'option', 'gelu');
    await says(page, '[aria-label="Activation of layer 1"]', 'gelu');
    await page.keyboard.press('ArrowLeft');
    await atStep(page, 18);
    await page.waitForFunction(() => /\/backward\.weights\.1/.test(location.hash));
    await page.reload();
    await atStep(page, 18);
    await says(page, '[aria-label="Activation of layer 1"]', 'gelu');
  });

  it('workers check the pass, and every view opens', async () => {
    await page.keyboard.press('End');
    await page.waitForSelector('[data-check="central_differences"][data-result="pass"]');
    await press(page, 'button', 'Compare');
    await says(page, '[aria-label="What each rule costs"]', '512 B');
    await press(page, 'button', 'Activations');
    await page.waitForSelector('main[data-view="activations"]');
    await press(page, 'button', 'your own…');
    await page.locator('::-p-aria([role="textbox"][name="g(z)"])').fill('z*tanh(z)');
    await says(page, '[role="status"]', 'Slope by symbolic differentiation');
  });

  it('a file is opened, and one that is none is refused in a sentence', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cacheback-'));
    const good = join(folder, 'small.json');
    const bad = join(folder, 'bad.json');
    writeFileSync(good, JSON.stringify(smallFile({ name: 'small' })));
    writeFileSync(bad, '{"format":');
    const input = (await page.$('input[type="file"]')) as Awaited<ReturnType<typeof page.$>>;
    const upload = async (file: string) =>
      (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await upload(bad);
    await says(page, '[role="alert"]', 'bad.json was not opened. Expected JSON');
    await upload(good);
    await page.waitForSelector('[data-tensor="Z1"][aria-label^="Z[1], 1 by 3"]');
  });

  it('the page works without its server once it has been visited, also after a reload', async () => {
    await page.keyboard.press('ArrowRight');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller)
        await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    });
    await served.stop();
    await page.reload();
    await page.waitForSelector('main[data-step]');
    await press(page, 'button', 'Compare');
    await says(page, '[aria-label="What each rule costs"]', '512 B');
  });
});
