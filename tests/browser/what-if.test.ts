import type { Page } from '@playwright/test';
import { violations } from './axe';
import { choose, exported, keepSwitch } from './controls';
import { expect, test } from './fixture';
import { expectNoOverflow, open, turn } from './page';
import { goToStep, heatmap, slot } from './stage';
import { themesIn, windowsFrom } from './windows';

const whatIf = (page: Page) => page.getByRole('region', { name: 'What if' });
const moved = (page: Page) => whatIf(page).getByRole('list', { name: 'What moved' });
const press = (page: Page, name: string) => whatIf(page).getByRole('button', { name, exact: true }).click();

/** The page at the end of a pass with tanh in layer 1. */
async function openTanh(page: Page): Promise<void> {
  await open(page);
  await choose(page, 'Activation of layer 1', 'tanh');
  await goToStep(page, 19);
}

/** Every gradient on the stage that moved, in the order of the layers. */
const movedOnStage = (page: Page) =>
  page
    .locator('[data-note="moved"]')
    .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).dataset.tensor).sort());

test('with both kept, NaN in Z[1] of a tanh moves nothing; with Z kept, layer 1 alone', async ({ page }) => {
  await openTanh(page);
  await keepSwitch(page, 'ZA').click();
  await slot(page, 1, 'activation.Z').click();
  await press(page, 'NaN');
  await expect(whatIf(page)).toContainText('No step reads Z[1] out of a cache.');
  await expect(whatIf(page)).toContainText('No gradient moved.');
  expect(await movedOnStage(page)).toEqual([]);
  await keepSwitch(page, 'Z').click();
  await expect(moved(page).getByRole('listitem')).toHaveCount(3);
  expect(await movedOnStage(page)).toEqual(['dW1', 'dZ1', 'db1']);
  await expect(heatmap(page, 'dZ1', 'backward')).toHaveAccessibleName(/moved to NaN$/);
  await expect(slot(page, 1, 'activation.Z')).toHaveAccessibleName(/changed by hand$/);
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName('Z[1], 4 by 8');
});

test('one changed cell of A moves dZ of its own layer and dW of the next: one buffer, two slots', async ({
  page,
}) => {
  await openTanh(page);
  await keepSwitch(page, 'A').click();
  await slot(page, 1, 'activation.A').click();
  await press(page, '+0.1');
  await expect(whatIf(page)).toContainText('A[1] is read for dW[2] and dZ[1]: one buffer, two slots.');
  expect(await movedOnStage(page)).toEqual(['dW1', 'dW2', 'dZ1', 'db1']);
  await expect(slot(page, 2, 'linear.A_prev')).toHaveAttribute('data-note', 'changed');
});

test('b can be NaN without harm, until something is computed again', async ({ page }) => {
  await openTanh(page);
  await slot(page, 1, 'linear.b').click();
  await press(page, 'NaN');
  await expect(whatIf(page)).toContainText('No gradient moved.');
  await keepSwitch(page, 'none').click();
  await expect(moved(page).getByRole('listitem').first()).toContainText('Z[1]8 of 32 cells, to NaN');
  expect(await movedOnStage(page)).toEqual(['Z1', 'dW1', 'dZ1', 'db1']);
});

test('a change comes with its link, is undone by going back, and put back by the badge', async ({
  page,
  context,
}) => {
  await openTanh(page);
  await slot(page, 1, 'activation.Z').click();
  await press(page, 'NaN');
  const badge = page.getByText('Cache tampered with');
  await expect(badge).toBeVisible();
  const other = await context.newPage();
  await expect.poll(() => page.url()).toContain('backward.bias.1');
  await other.goto(page.url());
  await expect(other.getByText('Cache tampered with')).toBeVisible();
  await expect(other.locator('[data-note="moved"]')).toHaveCount(3);
  await other.getByRole('button', { name: 'Put the cache back' }).click();
  await expect(other.locator('[data-note]')).toHaveCount(0);
  await page.goBack();
  await expect(badge).toHaveCount(0);
  await page.goForward();
  await expect(badge).toBeVisible();
});

test('two cells are swapped by keyboard alone', async ({ page }) => {
  await openTanh(page);
  const press = (key: string) => page.keyboard.press(key);
  await slot(page, 1, 'activation.Z').focus();
  await press('ArrowRight');
  await press('Enter');
  const swap = page.getByRole('button', { name: 'Swap with…' });
  await swap.focus();
  await press('Enter');
  await slot(page, 2, 'activation.Z').focus();
  await press('ArrowRight');
  await press('Enter');
  const other = page.getByRole('button', { name: 'Swap with Z[1] (1, 1)' });
  await other.focus();
  await press('Enter');
  const changes = whatIf(page).getByRole('list', { name: 'Changed by hand' });
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  const [first, second] = (await changes.getByRole('listitem').allTextContents()).map((text) =>
    /: (\S+) instead of (\S+)$/.exec(text)!.slice(1),
  );
  expect(first).toEqual(second!.toReversed());
  expect(first![0]).not.toBe(first![1]);
  await expect(page.locator('[data-note="changed"]')).toHaveCount(2);
});

test('the trace that is exported is the pass without changes', async ({ page }) => {
  await openTanh(page);
  const before = await exported(page, 'Trace (JSON)');
  await slot(page, 1, 'activation.Z').click();
  await press(page, 'NaN');
  await expect(page.getByText('Cache tampered with')).toBeVisible();
  expect(await exported(page, 'Trace (JSON)')).toBe(before);
});

for (const viewport of windowsFrom(1))
  test(`axe finds nothing wrong with a tampered cache in a window ${viewport.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openTanh(page);
    await slot(page, 1, 'activation.Z').click();
    await press(page, 'Unrelated Z[1]');
    await expect(moved(page)).toBeVisible();
    for (const colorScheme of themesIn(viewport, 4)) {
      await turn(page, colorScheme);
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await expectNoOverflow(page);
  });
