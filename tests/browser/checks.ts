import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { fileOf } from './controls';
import { networkFile } from './models';

/** The section with the checks of the pass that is shown. */
export const checks = (page: Page): Locator => page.getByRole('region', { name: 'Checks', exact: true });

/** The line of one check. */
export const checkLine = (page: Page, name: string | RegExp): Locator =>
  checks(page).getByRole('listitem').filter({ hasText: name });

/** How a check came out: the name of its sign. */
export const verdict = (page: Page, name: string | RegExp): Locator => checkLine(page, name).getByRole('img');

/** A reference pass as a file, in which the first number expected of a tensor is another. */
export function changedReference(reference: string, tensor: string) {
  const model = JSON.parse(readFileSync(`${import.meta.dirname}/../reference/${reference}.json`, 'utf8'));
  model.name = 'changed';
  model.expected[tensor][0][0] += 0.25;
  return fileOf('changed.json', model);
}

/** A network of 10,095 parameters, with m examples. */
export const tenThousand = (m: number) =>
  fileOf('large.json', networkFile('ten thousand', [2, 98, 98, 1], m));
