import { linkOf } from '../../src/state/address/shared-link';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import { isWhole } from '../extent';
import { expect, test } from './fixture';
import { heapAtRest } from './heap';
import { networkFile } from './models';
import { open } from './page';

/** `npm run test:soak` runs all of it. */
const isFull = process.env.SOAK === 'full';
const counts = isFull
  ? { warm: 10, edits: 90, views: 40, files: 20 }
  : isWhole
    ? { warm: 10, edits: 12, views: 8, files: 6 }
    : { warm: 3, edits: 4, views: 3, files: 2 };

/** Some ten megabytes a pass, worked out in a thread of its own: what one edit left behind would show at once. */
const large: Choice = {
  ...firstChoice,
  layers: [
    { units: 300, activation: 'relu', alpha: 0, keep: 'Z' },
    { units: 300, activation: 'tanh', alpha: 0, keep: 'Z' },
    firstChoice.layers[2]!,
  ],
  data: { set: 'moons', m: 900 },
};

test('edits, changes of the view and opened files leave nothing behind', async ({ page }) => {
  test.setTimeout(isFull ? 1_800_000 : 300_000);
  await open(page, `./${linkOf(large, 'start').hash}`);
  const isWorkedOut = () => expect(page.locator('[data-working]')).toHaveCount(0, { timeout: 60_000 });
  const units = page.getByLabel('Units of layer 1');
  await expect(units).toHaveValue('300');
  await isWorkedOut();
  /** Another model each time: one that comes again could be kept on purpose. */
  const edit = async (i: number) => {
    const wanted = String(300 - (i % 50));
    await units.fill(wanted);
    await units.press('Enter');
    await expect(units).toHaveValue(wanted);
    await isWorkedOut();
  };
  const show = async (view: string) => {
    await page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
    await isWorkedOut();
  };
  /** To the first model, by two edits: a browser remembers fields of the last view until the history goes on. */
  const back = async () => {
    await show('Step');
    await edit(1);
    await edit(0);
  };

  for (let i = 1; i <= counts.warm; i++) await edit(i);
  for (const view of ['Compare', 'Activations']) await show(view);
  await back();
  const before = await heapAtRest(page);
  for (let i = 1; i <= counts.edits; i++) await edit(counts.warm + i);
  await edit(0);
  expect(await heapAtRest(page), 'after edits').toBeLessThan(1.5 * before);
  for (let i = 0; i < counts.views; i++) await show(['Compare', 'Activations', 'Step'][i % 3]!);
  await back();
  expect(await heapAtRest(page), 'after changes of the view').toBeLessThan(1.5 * before);

  for (let i = 0; i < counts.files; i++) {
    const name = `file ${i}`;
    const buffer = Buffer.from(JSON.stringify(networkFile(name, [20, 200 + i, 200, 1], 300)));
    await page.setInputFiles('input[type=file]', {
      name: `${name}.json`,
      mimeType: 'application/json',
      buffer,
    });
    await expect(units).toHaveValue(String(200 + i));
    await isWorkedOut();
  }
  expect(await heapAtRest(page), 'after opened files').toBeLessThan(1.5 * before);
  // Whose checks are soon done.
  await page.evaluate(() => {
    window.location.hash = '#';
  });
  await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBe(0);
});
