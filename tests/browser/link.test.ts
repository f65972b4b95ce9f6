import { covering } from '../extent';
import {
  choose,
  editor,
  expectOpened,
  fileOf,
  keepSwitch,
  openEditor,
  openFile,
  openMore,
  select,
  type,
} from './controls';
import { expect, test } from './fixture';
import { networkFile, smallFile } from './models';
import { open } from './page';
import { goToStep, heatmap, inspector, sentence, slot, standing } from './stage';
import { exportedTrace } from './trace';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a shared link brings everything that was chosen to another page, the step included', async ({
  page,
  context,
}) => {
  await open(page);
  await choose(page, 'Data', 'Iris');
  await type(page, 'Examples m', '5');
  await type(page, 'Seed', '7');
  await choose(page, 'Weights drawn by', 'xavier');
  await openEditor(page);
  await editor(page).getByText('float64', { exact: true }).click();
  await page.keyboard.press('Escape');
  await choose(page, 'Activation of layer 1', 'leaky_relu');
  await type(page, 'Alpha of layer 1', '0.25');
  await choose(page, 'Kept by layer 2', 'none');
  await type(page, 'Units of layer 1', '5');
  await goToStep(page, 13);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('alert')).toContainText('The link to this step is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(2000);

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('main')).toHaveAttribute('data-step', '13');
  expect(await standing(other)).toEqual(await standing(page));
  await expect(sentence(other)).toHaveText((await sentence(page).textContent())!);
  await openMore(other, 1);
  await expect(other.getByRole('spinbutton', { name: 'Alpha of layer 1' })).toHaveValue('0.25');
  await expect(select(other, 'Kept by layer 2')).toContainText('none');
  expect(await exportedTrace(other)).toEqual(await exportedTrace(page));
});

test('a link carries opened data by value; where that is too large, it says that the file must be sent along', async ({
  page,
  context,
}) => {
  await open(page);
  await openFile(page, fileOf('small.json', smallFile()));
  await expectOpened(page, 'small');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('alert')).toHaveText('The link to this step is copied.');
  const carrying = await context.newPage();
  await carrying.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expectOpened(carrying, 'small');
  expect(await exportedTrace(carrying)).toEqual(await exportedTrace(page));

  await openFile(page, fileOf('large.json', networkFile('large', [40, 3, 1], 100)));
  await expectOpened(page, 'large');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('alert')).toContainText('too large for a link: send the file along');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const without = await context.newPage();
  await without.goto(link);
  await expect(without.getByRole('alert')).toContainText('This link goes with the file large');
  await expect(heatmap(without, 'X', 'forward').or(heatmap(without, 'A0', 'forward'))).toHaveAccessibleName(
    /^A\[0\], 2 by 8/,
  );
});

test('going back undoes a change of the model and never a step, and going forward does it again', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, 17);
  await keepSwitch(page, 'A').click();
  await expect(slot(page, 1, 'activation.A')).toHaveAttribute('data-mark', 'read');
  await choose(page, 'Activation of layer 1', 'elu');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '16');

  await page.goBack();
  await expect(select(page, 'Activation of layer 1')).toContainText('relu');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '16');
  await expect(slot(page, 1, 'activation.Z')).toHaveCount(0);
  await page.goBack();
  await expect(slot(page, 1, 'activation.Z')).toHaveAttribute('data-state', 'held');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '16');
  await page.goForward();
  await expect(slot(page, 1, 'activation.A')).toHaveAttribute('data-state', 'held');
  await page.goForward();
  await expect(select(page, 'Activation of layer 1')).toContainText('elu');
});

test('reloading shows the same model at the same step', async ({ page }) => {
  await open(page);
  await choose(page, 'Activation of layer 2', 'mish');
  await goToStep(page, 12);
  await expect(page).toHaveURL(/\/backward\./);
  const before = await standing(page);
  await page.reload();
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '12');
  expect(await standing(page)).toEqual(before);
});

test('a link that is damaged or from a later version gets a sentence, and the model that the page opens on', async ({
  page,
  context,
}) => {
  await open(page);
  await keepSwitch(page, 'A').click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('alert')).toContainText('copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const [address = '', hash = ''] = link.split('#');
  const middle = Math.floor(hash.length / 2);
  const damaged = [
    [
      `${hash.slice(0, middle)}${hash[middle] === 'x' ? 'y' : 'x'}${hash.slice(middle + 1)}`,
      /damaged|expected/i,
    ],
    [hash.slice(0, middle), /damaged/],
    ['nonsense', /damaged/],
    ['%E0%A4%A/%%%', /damaged/],
    [`9.${hash.slice(2)}`, /later version of Cacheback/],
  ] as const;
  for (const [broken, why] of covering(damaged, ([, why]) => [why])) {
    const other = await context.newPage();
    await other.goto(`${address}#${broken}`);
    await expect(other.getByRole('alert'), broken).toHaveText(why);
    await expect(inspector(other).getByText('Before the first step')).toBeVisible();
    await expect(select(other, 'Kept by layer 1')).toContainText('Z');
    await other.close();
  }
});

test('a step that a link names and the model does not have is none: the page shows what it can', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('alert')).toContainText('copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  for (const [position, step] of [
    ['backward.activation.64', /\d+/],
    ['sideways.activation.1', /^0$/],
    ['', /^0$/],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(link.replace(/\/start.*$/, `/${position}`));
    await expect(page.getByRole('main')).toHaveAttribute('data-step', step);
  }
});
