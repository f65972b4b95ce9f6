import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { choose } from './controls';
import { expect, test } from './fixture';
import { open } from './page';

test('everything that the menu offers is saved, and is what its name says', async ({ page }) => {
  await open(page);
  const menu = page.getByRole('menu');
  /** Saves what an item of the menu offers, or the first thing that it offers a choice of. */
  const save = async (item: string, choice?: 'choice') => {
    await page.getByRole('button', { name: 'Export' }).click();
    const saving = page.waitForEvent('download');
    const entry = page.getByRole('menuitem', { name: item, exact: true });
    if (choice) {
      await entry.press('ArrowRight');
      await expect(menu.last().getByRole('menuitem').first()).toBeFocused();
      await page.keyboard.press('Enter');
    } else await entry.press('Enter');
    const download = await saving;
    await expect(menu).toHaveCount(0);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const trace = await save('Trace (JSON)');
  expect(JSON.parse(trace.bytes.toString()).format).toBe('cacheback-trace');
  expect(trace.name).toBe('2-4-3-1 flowers.trace.json');
  expect(JSON.parse((await save('Model (JSON)')).bytes.toString()).format).toBe('cacheback-model');
  expect((await save('NumPy script (.py)')).bytes.toString()).toContain('def relu_backward(dA, Z):');
  expect((await save('PyTorch script (.py)')).bytes.toString()).toContain('saved_tensors_hooks');
  const svg = (await save('Picture (SVG)')).bytes.toString();
  expect(svg).toMatch(/^<svg .*<title>Z\[1\], 4 by 8.*<\/svg>\n$/s);
  expect(svg).toContain('#0b7285');
  const png = (await save('Picture (PNG)')).bytes;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2 * Number(/width="([\d.]+)"/.exec(svg)![1]));
  expect(JSON.parse((await save('Notebook (.ipynb)')).bytes.toString()).nbformat).toBe(4);
  expect(Object.keys(unzipSync((await save('Arrays (.npz)')).bytes))).toContain('dW1.npy');
  const csv = await save('One tensor (CSV)', 'choice');
  expect(csv.name).toBe('2-4-3-1 flowers.A0.csv');
  expect(
    csv.bytes
      .toString()
      .trim()
      .split('\n')
      .map((row) => row.split(',').length),
  ).toEqual([8, 8]);
});

test('a kind that cannot be written says what of this network it has not, and where', async ({ page }) => {
  await open(page);
  await choose(page, 'Dropout of layer 1', 'D');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Start your own (.py)', exact: true }).click();
  await expect(
    page.getByText(/have no dropout \(layer 1\)\. Take that out to start your own\./),
  ).toBeVisible();
});
