import {
  choose,
  choosePrecision,
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
import { expectNoOverflow, open } from './page';
import { goToStep, heatmap, inspector, readLines, sentence, slot } from './stage';
import { exportedTrace } from './trace';

test('whatever is typed into a field for numbers is taken or answered, and the page keeps running', async ({
  page,
}) => {
  await open(page);
  await choose(page, 'Activation of layer 1', 'elu');
  const fields = ['Units of layer 1', 'Examples m', 'Seed', 'Alpha of layer 1'];
  const typed = [
    '',
    ' ',
    '-1',
    '0',
    '1e3',
    '1e999',
    '-1e999',
    'NaN',
    'Infinity',
    '０',
    '3.7',
    '0x10',
    'abc',
    '--',
    '９',
  ];
  for (const name of fields) {
    if (name.startsWith('Alpha')) await openMore(page, 1);
    else if (!name.startsWith('Units')) await openEditor(page);
    const field = page.getByRole('spinbutton', { name, exact: true });
    for (const text of typed) {
      await field.fill(text);
      const wrong = (await field.getAttribute('aria-invalid')) === 'true';
      if (wrong) await expect(field, `${name}: ${text}`).toHaveAccessibleDescription(/^Expected a .*number/);
    }
    await field.fill('nothing like it');
    await expect(field).toHaveAccessibleDescription(/^Expected a .*number/);
    await field.blur();
    await expect(field).toHaveValue(/^-?\d/);
  }
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: 'Last step' })).toBeDisabled();
});

test('values that overflow are shown and marked as infinity and NaN, and travel in files and links', async ({
  page,
}) => {
  await open(page);
  await choose(page, 'Activation of layer 1', 'leaky_relu');
  await choose(page, 'Activation of layer 2', 'elu');
  await type(page, 'Alpha of layer 1', '1e38');
  await type(page, 'Alpha of layer 2', '1e38');
  await goToStep(page, 19);
  const { tensors } = await exportedTrace(page);
  const odd = Object.entries(tensors).filter(([, value]) =>
    [value].flat(2).some((cell) => typeof cell === 'string' && /^(NaN|-?Infinity)$/.test(cell)),
  );
  expect(odd.map(([name]) => name)).toContain('Z3');
  await heatmap(page, 'Z3', 'forward').focus();
  const said: string[] = [];
  const readout = page.getByRole('status').filter({ hasText: /row \d/ });
  await page.keyboard.press('ArrowUp');
  for (let i = 0; i < 8; i++) {
    said.push((await readout.textContent())!);
    await page.keyboard.press('ArrowRight');
  }
  expect(said.some((text) => /∞|NaN/.test(text))).toBe(true);
  await page.reload();
  await openMore(page, 1);
  await expect(page.getByRole('spinbutton', { name: 'Alpha of layer 1' })).toHaveValue('1e+38');
});

test('a network of sixty-four layers can be opened, stepped through and changed', async ({ page }) => {
  await open(page);
  await openFile(page, fileOf('deep.json', networkFile('deep', [2, ...Array(63).fill(3), 1], 4)));
  await expectOpened(page, 'deep');
  const main = page.getByRole('main');
  await page.keyboard.press('End');
  // Forward 128, loss 2, backward 4 for each layer but three for the first.
  await expect(main).toHaveAttribute('data-step', String(128 + 2 + 4 * 64 - 1));
  await expect(heatmap(page, 'db1', 'backward')).toBeInViewport();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(sentence(page)).not.toBeEmpty();
  await keepSwitch(page, 'none').click();
  await expect(select(page, 'Kept by layer 64')).toContainText('none');
  await expect(page.getByRole('button', { name: 'Add a layer' })).toBeDisabled();
  await openMore(page, 63);
  await page.getByRole('button', { name: 'Remove layer 63' }).click();
  await expect(page.getByRole('button', { name: 'Add a layer' })).toBeEnabled();
  await expectNoOverflow(page);
});

test('a network of 784-256-128-10 can be opened, stepped through and changed', async ({ page }) => {
  await open(page);
  await openFile(page, fileOf('digits.json', networkFile('digits', [784, 256, 128, 10], 32)));
  await expectOpened(page, 'digits');
  await goToStep(page, 17);
  await expect(slot(page, 1, 'activation.Z')).toHaveAccessibleName(/^Z\[1\], 256 by 32/);
  await expect(readLines(page)).toHaveCount(1);
  await choose(page, 'Activation of layer 1', 'gelu');
  await expect(inspector(page).getByRole('heading', { name: 'gelu backward' })).toBeVisible();
  await keepSwitch(page, 'A').click();
  await expect(sentence(page)).toContainText("finds no Z in layer 1's activation_cache");
  await heatmap(page, 'W1', 'forward').hover();
  await expect(page.getByRole('status').filter({ hasText: 'W[1] row' })).toBeVisible();
});

test('one example and one layer are enough', async ({ page }) => {
  await open(page);
  await openFile(page, fileOf('least.json', smallFile({ name: 'least', X: [[1]], Y: [[1]] })));
  await expectOpened(page, 'least');
  await goToStep(page, 7);
  await expect(page.getByRole('button', { name: 'Next step' })).toBeDisabled();
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 1 by 1/);
});

test('every data set, loss, scheme and precision can be picked at any step', async ({ page }) => {
  await open(page);
  await goToStep(page, 17);
  for (const set of ['Moons', 'Circles', 'Spiral', 'Xor', 'Iris', 'Planar flowers']) {
    await choose(page, 'Data', set);
    await expect(inspector(page).getByRole('heading', { name: 'relu backward' }), set).toBeVisible();
  }
  for (const loss of ['categorical cross entropy', 'mean squared error', 'binary cross entropy']) {
    await choose(page, 'Loss', loss);
    await expect(inspector(page).getByRole('heading', { name: 'relu backward' }), loss).toBeVisible();
  }
  for (const scheme of ['zeros', 'xavier', 'he']) await choose(page, 'Weights drawn by', scheme);
  await choosePrecision(page, 'float64');
  await goToStep(page, 7);
  await expect(page.getByText('Held after this step 1,024 B')).toBeVisible();
});

test('Iris brings its width, three classes, softmax and their loss', async ({ page }) => {
  await open(page);
  await choose(page, 'Data', 'Iris');
  await expect(heatmap(page, 'A0', 'forward')).toHaveAccessibleName(/^A\[0\], 4 by 8/);
  await expect(select(page, 'Activation of layer 3')).toContainText('softmax');
  await openEditor(page);
  await expect(select(page, 'Loss')).toContainText('categorical cross entropy');
  await expect(heatmap(page, 'Y', 'forward')).toHaveAccessibleName(/^Y, 3 by 8/);
});
