import type { Page } from '@playwright/test';
import { violations } from './axe';
import { choose, expectOpened, keepSwitch, openEditor, openFile } from './controls';
import { expect, test } from './fixture';
import { expectNoOverflow, open, turn } from './page';
import { goToStep, slot } from './stage';
import { themesIn, windowsFrom } from './windows';

const openComparison = async (page: Page) => {
  await open(page);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Compare' }).click();
  await expect(lane(page, 1)).toBeVisible();
};

const lane = (page: Page, number: number) =>
  page.getByRole('region', { name: `Rule ${number}`, exact: true });

const row = (page: Page, number: number) =>
  page
    .getByRole('region', { name: 'What each rule costs' })
    .getByRole('row', { name: new RegExp(`^${number} `) });

const rule = (page: Page, number: number, label: string) => choose(page, `Rule ${number}`, label);

test('keep Z and keep A hold 512 and 256 bytes, miss nothing and have the same gradient', async ({
  page,
}) => {
  await openComparison(page);
  await expect(row(page, 1)).toContainText('512 B');
  await expect(row(page, 2)).toContainText('256 B');
  for (const number of [1, 2]) await expect(row(page, number)).toContainText('same gradient');
  await choose(page, 'Activation of layer 1', 'silu');
  await expect(row(page, 2)).toContainText('A[1]');
  await goToStep(page, 17);
  await expect(lane(page, 1)).toContainText('Waits: another rule computes again');
  await expect(lane(page, 2).locator('[data-slot="linear.b"][data-layer="1"]')).toHaveAttribute(
    'data-mark',
    'read',
  );
  await page.keyboard.press('ArrowRight');
  await expect(lane(page, 1)).toContainText('silu backward reads Z[1]');
  await expect(lane(page, 2)).toContainText('silu backward finds no Z');
});

test('checkpoints of sixteen relu layers hold least beside √16', async ({ page }) => {
  await open(page);
  const layers = Array.from({ length: 16 }, () => ({ units: 8, activation: 'relu' }));
  const rows = (n: number) =>
    Array.from({ length: n }, (_, i) => Array.from({ length: 8 }, (_, j) => Math.sin(i * 8 + j)));
  await openFile(page, {
    name: 'deep.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        format: 'cacheback-model',
        version: 1,
        name: 'deep',
        precision: 'float32',
        layers,
        loss: 'mean_squared_error',
        X: rows(8),
        Y: rows(8),
      }),
    ),
  });
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await rule(page, 3, 'Checkpoints');
  await expect(page.getByRole('spinbutton', { name: 'Layers between checkpoints of rule 3' })).toHaveValue(
    '4',
  );
  await expect(row(page, 3)).toContainText('same gradient');
  const peakOf = async (number: number) =>
    Number((await row(page, number).getByRole('cell').nth(1).textContent())!.replace(/[^\d.]/g, ''));
  const [z, a, every4] = [await peakOf(1), await peakOf(2), await peakOf(3)];
  expect(every4).toBeLessThan(a / 2);
  expect(every4).toBeLessThan(z / 4);
  const lowest = page
    .getByRole('region', { name: 'Peak of checkpoints' })
    .getByRole('button', { name: /the lowest/ });
  await expect(lowest.first()).toHaveAccessibleName(/^k = [345]:/);
  await lowest.first().click();
  await expect(lowest.first()).toHaveAttribute('aria-pressed', 'true');
});

test('a saturated hidden sigmoid loses digits from A and by s(1 − s), and the table says how many', async ({
  page,
}) => {
  await open(page);
  await openFile(page, 'tests/reference/saturated.json');
  await expectOpened(page, 'saturated');
  await openEditor(page);
  await page.getByLabel('Precision').getByText('float32').click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await rule(page, 1, 'Z, stable form');
  await rule(page, 3, 'Course 1, week 4');
  await expect(row(page, 1)).toContainText('same gradient');
  await expect(row(page, 2)).toContainText('differs (5.7e−4)');
  await expect(row(page, 3)).toContainText('differs');
  await row(page, 2).locator('summary').click();
  await expect(row(page, 2).getByRole('listitem').filter({ hasText: 'dW[2]' })).toContainText('5.7e−4');
});

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [1024, 768],
] as const)
  test(`three rules are seen at once, whole, at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openComparison(page);
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await rule(page, 3, 'Keep nothing');
    await goToStep(page, 17);
    const timeline = (await page.getByRole('slider', { name: 'Step', exact: true }).boundingBox())!;
    for (const number of [1, 2, 3]) await expect(lane(page, number)).toBeInViewport({ ratio: 1 });
    const { y, height: high } = (await lane(page, 3).boundingBox())!;
    expect(y + high).toBeLessThan(timeline.y);
    // The sentence on what each does is whole, too.
    for (const number of [1, 2, 3]) {
      const says = lane(page, number).getByText(/backward (reads|finds)/);
      const cut = await says.evaluate((element) => element.scrollHeight > element.clientHeight + 1);
      expect(cut, `rule ${number}`).toBe(false);
    }
    const more = page.getByRole('button', { name: 'Add a rule' });
    await expect(more).toBeInViewport({ ratio: 1 });
    await more.click();
    await expect(lane(page, 4)).toBeVisible();
    await expect(more).toHaveCount(0);
  });

test('one buffer with two names lights up as one', async ({ page }) => {
  await openComparison(page);
  await goToStep(page, 8);
  await lane(page, 2)
    .locator('[data-slot="activation.A"][data-layer="1"]')
    .hover({ position: { x: 20, y: 20 } });
  await expect(lane(page, 2).getByRole('status')).toContainText('One buffer, two names: counted once.');
  await expect(lane(page, 2).locator('[data-testid="twins"][data-lit="true"]')).toHaveCount(1);
  await lane(page, 1)
    .locator('[data-slot="linear.A_prev"][data-layer="2"]')
    .hover({ position: { x: 20, y: 20 } });
  await expect(lane(page, 1).getByRole('status')).toContainText(
    'The A in this layer’s linear_cache is the previous layer’s.',
  );
});

test('in the stage too, one buffer with two names lights up as one, and A_prev says whose A it is', async ({
  page,
}) => {
  await open(page);
  await keepSwitch(page, 'A').click();
  await goToStep(page, 8);
  const says = page.getByRole('region', { name: 'Stage' }).getByRole('status');
  await slot(page, 1, 'activation.A').hover();
  await expect(says).toContainText('One buffer, two names: counted once.');
  await expect(page.locator('[data-testid="twins"][data-lit="true"]')).toHaveCount(1);
  await slot(page, 2, 'linear.A_prev').hover();
  await expect(says).toContainText(
    'The A in this layer’s linear_cache is the previous layer’s. One buffer, two names: counted once.',
  );
  await slot(page, 1, 'linear.A_prev').hover();
  await expect(says).toContainText('X, the caller’s.');
  await expect(page.locator('[data-testid="twins"][data-lit="true"]')).toHaveCount(0);
});

test('the link restores lanes, difference, step and view; the browser goes back to the stage', async ({
  page,
  context,
}) => {
  await openComparison(page);
  await rule(page, 2, 'JAX');
  await choose(page, 'Tensor whose differences are shown', 'dZ[1]');
  await goToStep(page, 12);
  await expect(page).toHaveURL(/\/backward\.input\.3\/compare\.Z\.jax~dZ1$/);
  const again = await context.newPage();
  await again.goto(page.url());
  await expect(lane(again, 2).getByRole('combobox', { name: 'Rule 2' })).toHaveText('JAX');
  await expect(again.locator('main')).toHaveAttribute('data-step', '12');
  await expect(again.getByRole('region', { name: 'Differences' })).toContainText('Rule 2 − rule 1');
  await again.close();
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Stage' })).toBeVisible();
});

test('both rules are timed on this machine, and a long measurement can be stopped', async ({ page }) => {
  await openComparison(page);
  const timing = page.getByRole('region', { name: 'Measured time' });
  await timing.getByText('64', { exact: true }).click();
  await timing.getByRole('button', { name: 'Run both' }).click();
  // The measurement takes a few seconds at least, and more where others are at work.
  await expect(timing.getByRole('row', { name: /^Whole pass/ })).toContainText('ms', { timeout: 100_000 });
  await expect(timing.getByRole('status')).toContainText(
    /the whole pass (shows no difference beyond noise|is faster under Keep [ZA])/,
  );
  await timing.getByText('1024', { exact: true }).click();
  await timing.getByRole('button', { name: 'Run both' }).click();
  await expect(timing.getByRole('progressbar')).toBeVisible();
  await timing.getByRole('button', { name: 'Stop' }).click();
  await expect(timing.getByRole('button', { name: 'Run both' })).toBeVisible();
});

test('everything is reached by the keyboard, and arrows step wherever a button has the focus', async ({
  page,
}) => {
  await openComparison(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('main')).toHaveAttribute('data-step', '1');
  await page.getByRole('button', { name: 'Add a rule' }).focus();
  await page.keyboard.press('Enter');
  await expect(lane(page, 3)).toBeVisible();
  const rules = page.getByRole('combobox', { name: 'Rule 3' });
  await rules.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { selected: true })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('option').last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(rules).toHaveText('Checkpoints');
  await expect(rules).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('main')).toHaveAttribute('data-step', '2');
  // Whatever has the focus, one press is one step of all lanes.
  const holders = [
    page.getByRole('button', { name: 'Remove rule 1' }),
    page.getByRole('button', { name: 'Run both' }),
    page.getByRole('button', { name: /^k = 1:/ }),
    page.getByRole('button', { name: 'Share' }),
    row(page, 1).locator('summary'),
  ];
  for (const [i, holder] of holders.entries()) {
    await holder.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('main')).toHaveAttribute('data-step', String(3 + i));
  }
  for (const number of [1, 2, 3])
    await expect(lane(page, number).locator('[data-mark="write"]').first()).toBeVisible();
});

for (const viewport of windowsFrom(1))
  test(`in a window ${viewport.width} wide the comparison is accessible, and nothing sticks out`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openComparison(page);
    await rule(page, 2, 'PyTorch, in place');
    await goToStep(page, 17);
    await row(page, 1).locator('summary').click();
    for (const colorScheme of themesIn(viewport, 2)) {
      await turn(page, colorScheme);
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.getByRole('combobox', { name: 'Rule 1' }).click();
    await expect(page.getByRole('option', { selected: true })).toBeFocused();
    // Nothing else is there for a reader while it is open, landmarks neither; and its options are walked by arrows.
    const inList = await violations(page, (axe) =>
      axe.include('[role="listbox"]').disableRules(['region', 'scrollable-region-focusable']),
    );
    expect(inList, 'a list').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expectNoOverflow(page);
  });
