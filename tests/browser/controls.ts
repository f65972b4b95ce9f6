import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { type KeepRuleName, keepRules } from '../../src/core/model/keep-rules';

/** The control in which one thing is chosen out of a list. */
export const select = (page: Page, label: string): Locator =>
  page.getByRole('combobox', { name: label, exact: true });

/** What stands in the editor's drawer. */
const ofEditor = /^(Data|Loss|Weights drawn by|Examples m|Seed)$/;

/** What stands on a layer's card, and in the drawer in Compare, where layers have none. */
const ofCard = /^(?:Activation|Units) of layer \d+$/;

/** What stands among the other choices of a layer, beside its card's head. */
const ofLayer = /^(?:Alpha of|Batch norm of|Dropout of|Share that dropout keeps of|Read by) layer (\d+)/;

/** The editor's drawer. */
export const editor = (page: Page): Locator => page.getByRole('dialog', { name: 'Network and data' });

/** Opens the editor's drawer, where it is not open. */
export async function openEditor(page: Page): Promise<void> {
  if (await editor(page).isVisible()) return;
  await page.getByRole('button', { name: /^Data, / }).click();
  await expect(editor(page)).toBeVisible();
}

/** Opens what else there is to choose of a layer, where it is not open. */
export async function openMore(page: Page, layer: number | string): Promise<Locator> {
  const more = page.getByRole('dialog', { name: `Layer ${layer}`, exact: true });
  if (!(await more.isVisible()))
    await page.getByRole('button', { name: `More of layer ${layer}`, exact: true }).click();
  await expect(more).toBeVisible();
  return more;
}

/** Opens what a control of that name stands in, if it stands in anything. */
async function openAround(page: Page, label: string): Promise<Locator | undefined> {
  const layer = ofLayer.exec(label)?.[1];
  if (layer) return openMore(page, layer);
  const compares = page.getByRole('region', { name: 'Rule 1', exact: true });
  const isInEditor = ofEditor.test(label) || (ofCard.test(label) && (await compares.isVisible()));
  if (!isInEditor) return undefined;
  await openEditor(page);
  return editor(page);
}

/** Does something with a control of that name, in the drawer or beside the card where it stands. */
async function where(page: Page, label: string, act: () => Promise<void>): Promise<void> {
  const over = await openAround(page, label);
  await act();
  if (!over) return;
  await page.keyboard.press('Escape');
  await expect(over).toHaveCount(0);
}

/** Chooses one thing out of a list. */
export const choose = (page: Page, label: string, option: string): Promise<void> =>
  where(page, label, async () => {
    await select(page, label).click();
    await page.getByRole('option', { name: option, exact: true }).click();
    await expect(page.getByRole('listbox')).toHaveCount(0);
  });

/** Chooses in how many digits the pass is worked out. */
export async function choosePrecision(page: Page, precision: 'float32' | 'float64'): Promise<void> {
  await openEditor(page);
  await editor(page).getByText(precision, { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(editor(page)).toHaveCount(0);
}

/** Types a number into a field. */
export const type = (page: Page, label: string, value: string): Promise<void> =>
  where(page, label, async () => {
    const field = page.getByRole('spinbutton', { name: label, exact: true });
    await field.fill(value);
    await field.press('Enter');
  });

/** The buttons of the switch that sets what all layers keep. */
export const keepSwitch = (page: Page, rule: KeepRuleName): Locator =>
  page.getByLabel('Kept by all layers').getByText(keepRules[rule].label, { exact: true });

/** A file that is made up by a test. */
export const fileOf = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** Opens a file, by its path or made up, and waits until the page has read it. */
export async function openFile(page: Page, file: string | ReturnType<typeof fileOf>): Promise<void> {
  await page.getByLabel('Open a file').setInputFiles(file);
}

/** Exports something from the menu, and returns the text of the file that the browser saves. */
export async function exported(page: Page, kind: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  const download = await saving;
  return readFileSync(await download.path(), 'utf8');
}

/** Waits until the page shows a model, by its name in the list of data. */
export const expectOpened = (page: Page, name: string) =>
  expect(page.getByRole('button', { name: `Network: ${name}`, exact: true })).toBeVisible();
