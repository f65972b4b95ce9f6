import type { Locator } from '@playwright/test';
import { choose, openMore, select } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { goToStep, heatmap, inspector, sentence } from './stage';
import { exportedTrace } from './trace';

test('a layer gets batch norm and dropout by its own switches, and the page tells what they keep', async ({
  page,
}) => {
  await open(page);
  await choose(page, 'Batch norm of layer 1', 'Znorm');
  await choose(page, 'Dropout of layer 1', 'D');
  await page.keyboard.press('Escape');
  for (const tensor of ['Znorm1', 'Ztilde1', 'Adrop1'])
    await expect(heatmap(page, tensor, 'forward')).toBeVisible();

  await goToStep(page, 2);
  await expect(inspector(page).getByRole('heading', { name: 'batch norm forward' })).toBeVisible();
  await expect(sentence(page)).toContainText("layer 1's batch_norm_cache keeps gamma, Znorm and inv_std");
  await goToStep(page, 4);
  await expect(sentence(page)).toContainText("layer 1's dropout_cache keeps D");
  await expect(inspector(page)).toContainText('A[1] > 0 is no substitute');

  const { steps } = await exportedTrace(page);
  expect(steps.map(({ op }: { op: string }) => op)).toEqual(
    expect.arrayContaining(['batch_norm', 'dropout']),
  );
});

test('their rules stand side by side in Compare, with what each holds and one gradient', async ({ page }) => {
  await open(page);
  await choose(page, 'Batch norm of layer 1', 'Znorm');
  await choose(page, 'Dropout of layer 1', 'D');
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Compare' }).click();
  for (const [lane, rule] of [
    [1, 'Batch norm keeps Z, μ, 1/σ'],
    [2, 'Dropout keeps its seed'],
  ] as const) {
    await choose(page, `Rule ${lane}`, rule);
    await expect(select(page, `Rule ${lane}`)).toHaveText(rule);
  }
  const row = (lane: number) => page.getByRole('table').getByRole('row', { name: new RegExp(`^${lane} `) });
  // 660 bytes with Znorm and D: μ is 16 bytes more, and D are 4 bytes less.
  await expect(row(1).getByRole('cell').first()).toHaveText('676 B');
  await expect(row(2).getByRole('cell').first()).toHaveText('656 B');
  for (const lane of [1, 2]) await expect(row(lane)).toContainText('same gradient');
});

/** What closed selects say that cannot be read, since it is cut or has wrapped below their edge. */
const unreadIn = (around: Locator): Promise<string[]> =>
  around.getByRole('combobox').evaluateAll((selects) =>
    selects.flatMap((closed) => {
      const edge = closed.getBoundingClientRect();
      const words = [...closed.children].filter(({ textContent }) => textContent);
      const unread = words.filter((word) => {
        const { left, right, top, bottom } = word.getBoundingClientRect();
        const isInside = left >= edge.left && right <= edge.right && top >= edge.top && bottom <= edge.bottom;
        return !isInside || word.scrollWidth > word.clientWidth;
      });
      return unread.map(({ textContent }) => `${closed.getAttribute('aria-label')}: ${textContent}`);
    }),
  );

for (const { width, height, where } of [
  { width: 1440, height: 900, where: 'beside its card' },
  { width: 390, height: 844, where: 'in the sheet of a phone' },
  { width: 844, height: 390, where: 'in the sheet of a phone that lies on its side' },
])
  test(`every rule that a layer can have is read in full, ${where}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    // Which leaves backward a choice of what it reads.
    await choose(page, 'Kept by layer 1', 'Z + A');
    const more = await openMore(page, 1);
    for (const [label, options] of [
      ['Batch norm of layer 1', ['Znorm', 'Z, μ, 1/σ', 'every stage']],
      ['Dropout of layer 1', ['D', 'its seed']],
    ] as const)
      for (const option of options) {
        await select(page, label).click();
        await page.getByRole('option', { name: option, exact: true }).click();
        await expect(select(page, label)).toContainText(option);
        expect(await unreadIn(more), option).toEqual([]);
      }
    const share = page.getByRole('spinbutton', { name: 'keep_prob of layer 1' });
    await share.fill('0.875');
    expect(await share.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
