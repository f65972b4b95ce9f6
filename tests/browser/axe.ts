import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { expectStill } from './page';

/**
 * What axe finds wrong, in a line each; `narrow` may look at a part only, or leave rules out. All rules run, but
 * nothing is gathered about what is right, and they run in the page itself: axe's way through frames, with a page of
 * its own for the summary, takes four times as long, and this page has no frames.
 */
export async function violations(
  page: Page,
  narrow: (axe: AxeBuilder) => AxeBuilder = (axe) => axe,
): Promise<string[]> {
  await expectStill(page);
  expect(page.frames()).toHaveLength(1);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations: found } = await narrow(axe).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
