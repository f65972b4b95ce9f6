import type { Page } from '@playwright/test';
import { exportKinds } from '../../src/formats/exports';
import { isWhole } from '../extent';
import { choose, expectOpened, exported, fileOf, openFile, select } from './controls';
import { test as base, expect } from './fixture';
import { smallFile } from './models';
import { open, settled } from './page';
import { type Served, serve } from './served';
import { goToStep, heatmap, inspector } from './stage';

/** Tests of the page as it lies on a server of its own, which can be stopped or get other files. */
const test = base.extend<{ served: Served }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
  served: async ({}, use) => {
    const served = await serve();
    await use(served);
    await served.stop();
  },
  baseURL: async ({ served }, use) => use(served.address),
});
test.use({ serviceWorkers: 'allow' });

/** Waits until the page is kept, and what keeps it serves this very visit. */
async function kept(page: Page): Promise<void> {
  await page.mouse.click(2, 2);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name });

/** Tries everything that a reader can ask the page for. */
async function tryAll(page: Page): Promise<void> {
  await view(page, 'Step').click();
  await goToStep(page, 17);
  await settled(page);
  const code = page.getByRole('region', { name: 'Code' });
  for (const language of ['JAX', 'PyTorch', 'NumPy'])
    await code.getByRole('button', { name: language }).click();
  await expect(code.locator('[aria-current="step"]')).toContainText('dZ =');
  await heatmap(page, 'Z1', 'forward').click();
  await expect(inspector(page)).toContainText('Z[1]');
  await choose(page, 'Activation of layer 1', 'elu');
  await choose(page, 'Activation of layer 1', 'relu');
  for (const check of ['central_differences', 'keep_rules'])
    await expect(page.locator(`[data-check="${check}"]`)).toHaveAttribute('data-result', 'pass');
  expect(JSON.parse(await exported(page, 'Trace (JSON)')).format).toBe('cacheback-trace');
  expect(await exported(page, 'NumPy script (.py)')).toContain('import numpy');
  expect(await exported(page, 'Picture (SVG)')).toContain('<svg');
  for (const kind of [...Object.keys(exportKinds), 'Picture (PNG)'])
    expect((await exported(page, kind)).length, kind).toBeGreaterThan(100);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await view(page, 'Compare').click();
  await expect(page.getByRole('region', { name: 'What each rule costs' })).toContainText('512 B');
  const timing = page.getByRole('region', { name: 'Measured time' });
  await timing.getByRole('button', { name: 'Run both' }).click();
  // A worker has done the first of its pairs.
  await expect(timing.getByRole('progressbar')).toHaveAttribute('value', /[1-9]/);
  await timing.getByRole('button', { name: 'Stop' }).click();
  await view(page, 'Activations').click();
  await page.getByRole('button', { name: 'your own…' }).click();
  await page.getByRole('textbox', { name: 'g(z)', exact: true }).fill('z*tanh(log(1+exp(z)))');
  await expect(page.getByRole('region', { name: 'Your own activation' }).getByRole('status')).toContainText(
    'Slope by symbolic differentiation',
  );
  await view(page, 'Check mine').click();
  await page.getByRole('textbox', { name: 'Paste what Python printed' }).fill(`dW3 = [[0.1 0.2 0.3]]`);
  await expect(page.locator('[data-tensor="dW3"][data-verdict]')).toHaveAttribute(
    'data-verdict',
    /mistake|follows/,
  );
  await view(page, 'Learn').click();
  await page.getByRole('button', { name: /In which cache is which/ }).click();
  const lesson = page.locator('[data-lesson="caches"]');
  await lesson.getByRole('button', { name: 'Show me' }).click();
  await lesson.getByRole('button', { name: 'Go on' }).click();
  for (const name of ['A[0]', 'W[1]', 'b[1]', 'A[1]']) await lesson.getByRole('checkbox', { name }).check();
  await lesson.getByRole('button', { name: 'Check' }).click();
  await expect(lesson.getByText(/^Not quite\./)).toBeVisible();
  await lesson.getByRole('button', { name: 'linear_cache', exact: true }).first().click();
  await expect(page.getByRole('dialog', { name: 'linear_cache' })).toBeVisible();
  await view(page, 'Step').click();
  await openFile(page, fileOf('small.json', smallFile({ name: 'small' })));
  await expectOpened(page, 'small');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Network: small', exact: true })).toHaveCount(0);
}

test('after one visit the page works whole without its server and without a connection, also after a reload', async ({
  page,
  context,
  served,
}) => {
  await open(page);
  await kept(page);
  await context.setOffline(true);
  await served.stop();
  if (isWhole) await tryAll(page);
  await page.reload();
  await page.locator('main[data-step]').waitFor();
  await tryAll(page);
  const other = await context.newPage();
  await open(other, './?from=the-course');
  await expect(heatmap(other, 'W1', 'forward')).toBeVisible();
});

test('a newer page says that it is there, and comes when it is asked for and not before', async ({
  page,
  context,
  served,
}) => {
  await open(page);
  await kept(page);
  await choose(page, 'Activation of layer 1', 'elu');
  await goToStep(page, 9);
  await expect(page).toHaveURL(/backward\.activation\.3$/);
  served.change = (path, text) =>
    path === 'index.html'
      ? text.replace('<title>', '<title>Newer: ')
      : path === 'sw.js'
        ? text.replace(/(url:"index\.html",revision:")[^"]*/, '$1newer')
        : text;
  await page.reload();
  await page.locator('main[data-step]').waitFor();
  await expect(page).toHaveTitle(/^Cacheback/);
  await page.mouse.click(2, 2);
  const reload = page.getByRole('button', { name: 'Reload' });
  await expect(page.getByRole('status').filter({ has: reload })).toContainText('A newer version');
  const other = await context.newPage();
  await open(other);
  await expect(other).toHaveTitle(/^Cacheback/);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '10');
  await expect(page).not.toHaveURL(/backward\.activation\.3$/);
  await reload.click();
  await expect(page).toHaveTitle(/^Newer: /);
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '10');
  await expect(select(page, 'Activation of layer 1')).toContainText('elu');
  // Another tab is not taken away from who reads in it.
  await expect(other).toHaveTitle(/^Cacheback/);
});
