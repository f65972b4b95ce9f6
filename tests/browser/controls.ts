import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { type KeepRuleName, keepRules } from '../../src/core/model/keep-rules';

/** The control in which one thing is chosen out of a list. */
export const select = (page: Page, label: string): Locator =>
  page.getByRole('combobox', { name: label, exact: true });

/** Chooses one thing out of a list. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await select(page, label).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

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
  expect(page.getByRole('combobox', { name: 'Data', exact: true })).toContainText(name);
