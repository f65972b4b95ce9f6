import { linkOf } from '../../src/state/address/shared-link';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import { checkLine, checks, tenThousand } from './checks';
import { expectOpened, fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { networkFile } from './models';
import { open } from './page';

/*
 * The reader never waits for the checks. What is told here depends on no time, and so on no machine: how long frames
 * take is measured by `npm run bench:frames`.
 */

test('the reader steps through the pass and back while checks are at work that never come to an end', async ({
  page,
}) => {
  // In the place of the checks a thread that does nothing but work. Did the page check by itself, nobody would ask for it.
  let asked = 0;
  await page.context().route(/\/worker-[^/]*\.js$/, (route) => {
    asked += 1;
    return route.fulfill({ contentType: 'text/javascript', body: 'for (;;);' });
  });
  await open(page);
  await openFile(page, tenThousand(32));
  const act = checks(page).getByRole('button', { name: /^(Stop|Check again)$/ });
  await expect(act).toHaveText('Stop');
  expect(asked).toBeGreaterThan(0);
  const main = page.locator('main');
  for (let step = 1; step <= 19; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(main).toHaveAttribute('data-step', String(step));
  }
  await page.keyboard.press('Home');
  await expect(main).toHaveAttribute('data-step', '0');
  await expect(act).toHaveText('Stop');
  await act.click();
  await expect(checks(page).getByRole('status')).toHaveText('stopped');
});

test('ten thousand parameters are checked by one worker, which ends when the reader stops it', async ({
  page,
}) => {
  await open(page);
  await openFile(page, tenThousand(256));
  const act = checks(page).getByRole('button', { name: /^(Stop|Check again)$/ });
  await expect(act).toHaveText('Stop');
  await expect(checkLine(page, 'Central differences')).toContainText(/\d of 10,095 parameters so far/);
  // The thread that opened the file and worked out its pass waits for others for a while.
  await expect.poll(() => page.workers()).toHaveLength(1);
  await act.click();
  await expect.poll(() => page.workers()).toEqual([]);
});

test('edits one after the other are worked out by one thread, which ends when no more come', async ({
  page,
}) => {
  await open(page);
  const begun: string[] = [];
  page.on('worker', (worker) => begun.push(worker.url()));
  await openFile(page, fileOf('wide.json', networkFile('wide', [300, 300, 300, 1], 400)));
  await expectOpened(page, 'wide');
  const kept = page.getByRole('group', { name: 'Kept by all layers' });
  await checks(page).getByRole('button', { name: 'Stop' }).click();
  begun.length = 0;
  for (const rule of ['A', 'Z', 'A', 'Z']) {
    await kept.getByText(rule, { exact: true }).click();
    await expect(page.getByLabel('Kept by layer 1')).toContainText(rule);
    await expect(page.locator('[data-working]')).toHaveCount(0);
  }
  const scripts = await Promise.all(begun.map(async (url) => (await page.request.get(url)).text()));
  // Of all threads that of passes alone draws masks; the others check.
  expect(scripts.filter((script) => /\bmasks:/.test(script)).length).toBeLessThan(2);
  await expect.poll(() => page.workers().map((worker) => worker.url())).toHaveLength(1);
});

/** A network of as many layers as there may be, whose cards are most of what is on the page. */
const deep: Choice = {
  ...firstChoice,
  layers: [
    ...Array.from({ length: 63 }, () => ({ units: 8, activation: 'relu', alpha: 0, keep: 'Z' as const })),
    firstChoice.layers[2]!,
  ],
};

test('a list over a deep network leaves the styles of its cards alone, and a press beside it closes it and does nothing else', async ({
  page,
  browser,
}) => {
  await open(page, `./${linkOf(deep, 'start').hash}`);
  const list = page.getByRole('combobox', { name: 'Activation of layer 1', exact: true });
  const options = page.getByRole('option');
  // Its first time brings styles of its own, and the list itself comes with it.
  await list.click();
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await list.click();
  await expect(options.first()).toBeVisible();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: Styled[] };
  const restyled = traceEvents.filter(({ name }) => name === 'UpdateLayoutTree');
  expect(restyled.length).toBeGreaterThan(0);
  // A list has some 20 options, and a card 18 elements.
  expect(Math.max(...restyled.map(({ args }) => args?.elementCount ?? 0))).toBeLessThan(600);

  const compare = await page.getByRole('button', { name: 'Compare', exact: true }).boundingBox();
  await page.mouse.click(compare!.x + 5, compare!.y + 5);
  await expect(options).toHaveCount(0);
  await expect(page.locator('main')).toHaveAttribute('data-step', '0');
});

/** An entry of the browser's own account of what it did. */
interface Styled {
  readonly name: string;
  readonly args?: { readonly elementCount?: number };
}
