import type { Locator, Page } from '@playwright/test';
import { editor, openEditor, select } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { goToStep, heatmap, inspector, sentence } from './stage';

test('the keys of the list do what it says', async ({ page }) => {
  await open(page);
  const main = page.getByRole('main');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(main).toHaveAttribute('data-step', '1');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(main).toHaveAttribute('data-step', '3');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(main).toHaveAttribute('data-step', '1');
  await page.keyboard.press('End');
  await expect(main).toHaveAttribute('data-step', '19');
  await page.keyboard.press('Home');
  await expect(main).toHaveAttribute('data-step', '0');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list.getByRole('button', { name: 'Close' })).toBeFocused();
  await expect(list.getByRole('term')).toContainText([
    '→',
    '←',
    '⇧ →',
    '⇧ ←',
    'Home',
    'End',
    'Space',
    'Ctrl Z',
    'Ctrl ⇧ Z',
    'Ctrl Y',
  ]);
  await page.keyboard.press('ArrowRight');
  // A dialog hides the page from roles.
  await expect(page.locator('main')).toHaveAttribute('data-step', '0');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(main).toHaveAttribute('data-step', '1');
});

test('Space plays and pauses, never scrolls, and presses a button once', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const main = page.getByRole('main');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('Space');
  await expect(main).toHaveAttribute('data-step', '1');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('no key of the page acts while one types or chooses', async ({ page }) => {
  await open(page);
  await goToStep(page, 5);
  await openEditor(page);
  const main = page.getByRole('main');
  const seed = page.getByRole('spinbutton', { name: 'Seed' });
  await seed.focus();
  for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'Space', '?', 'Shift+ArrowLeft'])
    await page.keyboard.press(key);
  await expect(main).toHaveAttribute('data-step', '5');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor(page)).toHaveCount(0);

  await select(page, 'Activation of layer 2').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(page.getByRole('option', { name: 'tanh', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.getByRole('option').last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.getByRole('option', { name: 'linear', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(select(page, 'Activation of layer 2')).toContainText('linear');
  await expect(select(page, 'Activation of layer 2')).toBeFocused();
  await expect(main).toHaveAttribute('data-step', '5');
});

test('Ctrl+Z undoes changes as the back button does, and Ctrl+Shift+Z and Ctrl+Y do them again', async ({
  page,
}) => {
  await open(page);
  const Z1 = heatmap(page, 'Z1', 'forward');
  const more = page.getByRole('button', { name: 'One unit more in layer 1' });
  await more.click();
  await more.click();
  await expect(Z1).toHaveAccessibleName(/^Z\[1\], 6 by 8/);
  await page.keyboard.press('Control+z');
  await expect(Z1).toHaveAccessibleName(/^Z\[1\], 5 by 8/);
  // On the slider nothing is typed.
  await page.getByRole('slider', { name: 'Step', exact: true }).focus();
  await page.keyboard.press('Control+z');
  await expect(Z1).toHaveAccessibleName(/^Z\[1\], 4 by 8/);
  // There is nothing left to undo, and the page stays.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+Z');
  await expect(Z1).toHaveAccessibleName(/^Z\[1\], 5 by 8/);
  await page.keyboard.press('Control+y');
  await expect(Z1).toHaveAccessibleName(/^Z\[1\], 6 by 8/);
  await page.getByRole('button', { name: 'Activations' }).click();
  await expect(page.locator('main[data-view="activations"]')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(Z1).toHaveAccessibleName(/^Z\[1\], 6 by 8/);
});

test('Ctrl+Z while one types takes back what was typed, and not the model', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'One unit more in layer 1' }).click();
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 5 by 8/);
  await openEditor(page);
  const seed = page.getByRole('spinbutton', { name: 'Seed' });
  await seed.focus();
  const { hash } = new URL(page.url());
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+Z');
  await expect(seed).toBeFocused();
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 5 by 8/);
  expect(new URL(page.url()).hash).toBe(hash);
});

/** What Tab reaches from where the focus is, each of which shows that it has it, until the page is left or round. */
async function reachedByTab(page: Page, most: number): Promise<string[]> {
  const reached: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const shown = outlineStyle !== 'none' && outlineWidth !== '0px';
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return { name: name.trim(), shown, out: element === document.body };
    });
    if (here.out) break;
    expect(here.shown, `${here.name} shows no focus`).toBe(true);
    reached.push(here.name);
  }
  return reached;
}

test('every control is reached by Tab, and shows that it has the focus', async ({ page }) => {
  await open(page);
  const reached = await reachedByTab(page, 110);
  for (const name of [
    'Open',
    'Share',
    'Export',
    'Theme: as the system',
    'Z',
    'none',
    'Data, and how it is drawn',
    'Add a layer',
    'Zoom to this step (F)',
    'Panels',
    'Units of layer 1',
    'One unit more in layer 1',
    'Activation of layer 1',
    'Kept by layer 1',
    'More of layer 1',
    'W[1], 4 by 2',
    'Play',
    'Next step',
    'Step',
  ])
    expect(reached, name).toContain(name);
  await openEditor(page);
  const inDrawer = await reachedByTab(page, 12);
  for (const name of ['Data', 'Examples m', 'Seed', 'Weights drawn by', 'float32'])
    expect(inDrawer, name).toContain(name);
});

/** Presses a control that has the focus, and Escape once what it opens is there: the focus comes back to it. */
async function openAndLeave(control: Locator, opened: Locator): Promise<void> {
  await control.press('Enter');
  await expect(opened).toBeVisible();
  await opened.page().keyboard.press('Escape');
  await expect(opened).toHaveCount(0);
  await expect(control).toBeFocused();
}

test('Escape leaves what a control opened, and the focus is on that control again', async ({ page }) => {
  await open(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const more = button('More of layer 2');
  const choices = page.getByRole('dialog', { name: 'Layer 2', exact: true });
  const list = page.getByRole('listbox');
  const menu = page.getByRole('menu');
  for (const [control, opened] of [
    [select(page, 'Activation of layer 2'), list],
    [select(page, 'Kept by layer 2'), list],
    [more, choices],
    [button('Data, and how it is drawn'), editor(page)],
    [button('Panels'), menu],
    [button('Export'), menu],
  ] as const) {
    // What it opens comes with the first press, and is there at the second.
    await openAndLeave(control, opened);
    await openAndLeave(control, opened);
  }

  await more.press('Enter');
  for (const name of ["Read by layer 2's backward", 'Batch norm of layer 2', 'Dropout of layer 2']) {
    await openAndLeave(select(page, name), list);
    await expect(choices).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(choices).toHaveCount(0);
  await expect(more).toBeFocused();
});

test('a layer’s choices that were opened with the mouse give the focus back to their button', async ({
  page,
}) => {
  await open(page);
  const more = page.getByRole('button', { name: 'More of layer 2', exact: true });
  const choices = page.getByRole('dialog', { name: 'Layer 2', exact: true });
  for (const leave of [() => page.keyboard.press('Escape'), () => more.click()]) {
    await more.click();
    await expect(choices).toBeVisible();
    await leave();
    await expect(choices).toHaveCount(0);
    await expect(more).toBeFocused();
  }
  // What is pressed beside them has the focus itself.
  await more.click();
  await expect(choices).toBeVisible();
  const units = page.getByRole('spinbutton', { name: 'Units of layer 1' });
  await units.click();
  await expect(choices).toHaveCount(0);
  await expect(units).toBeFocused();
});

test('the cells of a heatmap are walked by arrow keys, and tell their values', async ({ page }) => {
  await open(page);
  await goToStep(page, 1);
  const Z = heatmap(page, 'Z1', 'forward');
  const readout = page.getByRole('status').filter({ hasText: /row \d/ });
  await Z.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(readout).toContainText('Z[1] row 2, column 3');
  for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
  await expect(readout).toContainText('Z[1] row 2, column 8');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowUp');
  await expect(readout).toContainText('Z[1] row 1, column 8');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '1');
  await page.keyboard.press('Escape');
  await expect(readout).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '2');

  const { x, y, width, height } = (await Z.boundingBox())!;
  await page.mouse.move(x + width * 0.95, y + height * 0.95);
  await expect(readout).toContainText('Z[1] row 4, column 8');
  await page.mouse.move(0, 0);
  await expect(readout).toHaveCount(0);
});

test('the first step can be taken from the words that the page opens with', async ({ page }) => {
  await open(page);
  await inspector(page).getByRole('button', { name: 'Take the first step' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '1');
  await expect(sentence(page)).toHaveText(/^linear forward /);
});
