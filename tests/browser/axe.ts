import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectStill } from './page';

/** What axe finds wrong, in a line each; `narrow` may look at a part only, or leave rules out. */
export async function violations(
  page: Page,
  narrow: (axe: AxeBuilder) => AxeBuilder = (axe) => axe,
): Promise<string[]> {
  await expectStill(page);
  const axe = new AxeBuilder({ page });
  const { violations: found } = await narrow(axe).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
