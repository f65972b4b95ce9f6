import { record } from '../../src/core/pass/record';
import { linkOf } from '../../src/state/address/shared-link';
import { type Choice, firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { partOf } from '../extent';
import { expect, test } from './fixture';
import { heapOf } from './heap';
import { open } from './page';

/** An eighth of the largest model there may be: fifty megabytes a pass. */
const large: Choice = {
  ...firstChoice,
  layers: [
    ...Array.from({ length: 8 }, () => ({ units: 247, activation: 'relu', alpha: 0, keep: 'Z' as const })),
    firstChoice.layers[2]!,
  ],
  data: { set: 'moons', m: 1450 },
};

/** The bytes of all values of its pass. */
const onePass = [...new Set(record(modelOf(large)).values.map(({ matrix }) => matrix.data.buffer))].reduce(
  (sum, { byteLength }) => sum + byteLength,
  0,
);

test('while an edit of a large model is worked out, the page holds the pass that it shows and no other', async ({
  page,
}) => {
  test.slow();
  await open(page);
  const small = await heapOf(page);
  /** How many passes the page holds, beside the page itself. */
  const passes = async () => ((await heapOf(page)) - small) / onePass;
  await open(page, `./${linkOf(large, 'start').hash}`);
  const working = page.locator('[data-working]');
  const isWorkedOut = () => expect(working).toHaveCount(0, { timeout: 60_000 });
  const units = page.getByLabel('Units of layer 1', { exact: true });
  await expect(units).toHaveValue('247');
  await isWorkedOut();
  for (const wanted of partOf(['246', '245', '244'])) {
    await expect.poll(passes, { message: `before ${wanted}` }).toBeLessThan(1.5);
    await units.fill(wanted);
    await units.press('Enter');
    await expect(working).toBeAttached();
    // One begins, and no second one beside it.
    await expect.poll(() => page.workers(), `threads for ${wanted}`).not.toHaveLength(0);
    expect(page.workers(), `threads for ${wanted}`).toHaveLength(1);
    expect(await passes(), `during ${wanted}`).toBeLessThan(1.5);
    await expect(units).toHaveValue(wanted);
    await isWorkedOut();
  }
  await page.getByRole('navigation').getByRole('button', { name: 'Compare', exact: true }).click();
  await isWorkedOut();
  await page.getByRole('navigation').getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(passes, { message: 'after a comparison' }).toBeLessThan(1.5);
});
