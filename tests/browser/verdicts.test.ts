import type { Page } from '@playwright/test';
import { violations } from './axe';
import { openMore } from './controls';
import { expect, test } from './fixture';
import { expectNoOverflow, open, turn } from './page';
import { themesIn, windowsFrom } from './windows';

const openActivation = async (page: Page, activation: string) => {
  await open(page);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Activations' }).click();
  await page
    .getByRole('list', { name: 'Is A enough?' })
    .getByRole('button', { name: `${activation} `, exact: false })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${activation} ·`) })).toBeVisible();
};

const proof = (page: Page) => page.locator('main header').getByRole('status');

test('the fold of silu is found, and dragging z finds another witness', async ({ page }) => {
  await openActivation(page, 'silu');
  await expect(proof(page)).toContainText('z₁ = −3 and z₂ = −0.3427 both give a = −0.1423');
  const handle = page.getByRole('img', { name: 'g and its slope over z for silu' }).locator('circle').last();
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 30, box.y, { steps: 5 });
  await page.mouse.up();
  await expect(proof(page)).not.toContainText('z₁ = −3 and');
  await expect(proof(page)).toContainText('both give a =');
});

test('a cell of the layer is lit in Z, in A and on the curve', async ({ page }) => {
  await openActivation(page, 'tanh');
  const curve = page.getByRole('img', { name: 'The slope of tanh against its output' });
  await page.locator('[data-tensor="Z1"]').hover({ position: { x: 30, y: 30 } });
  await expect(curve.locator('circle[data-pointed="true"]')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'The cells of a layer' })).toContainText(/z = .*, a = /);
});

test('axes are panned by dragging and zoomed by buttons', async ({ page }) => {
  await openActivation(page, 'gelu');
  const slider = page.getByRole('slider', { name: 'z', exact: true });
  const plot = page.getByRole('img', { name: 'g and its slope over z for gelu' });
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(slider).toHaveAttribute('max', /^3\.33/);
  await page.getByRole('button', { name: 'Reset the axes' }).click();
  await expect(slider).toHaveAttribute('max', '5');
  const box = (await plot.boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number(await slider.getAttribute('max'))).toBeGreaterThan(6);
});

test('from the stage to an activation, and with another one back into a layer', async ({ page }) => {
  await open(page);
  await (await openMore(page, 2)).getByRole('button', { name: 'Is A enough for tanh?' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^tanh ·/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Layer whose cells lie on the curve' })).toHaveText(
    'layer 2',
  );
  await page.getByRole('list', { name: 'Is A enough?' }).getByRole('button', { name: 'mish' }).click();
  await page.getByRole('combobox', { name: 'Use mish in a layer' }).click();
  await page.getByRole('option', { name: 'layer 1' }).click();
  await expect(page.getByRole('combobox', { name: 'Activation of layer 1' })).toHaveText('mish');
});

test('a link brings back the activation that was looked at', async ({ page, context }) => {
  await openActivation(page, 'hard_swish');
  await expect(page).toHaveURL(/activations\.hard_swish\.1$/);
  const again = await context.newPage();
  await again.goto(page.url());
  await expect(again.getByRole('heading', { level: 2, name: /^hard_swish ·/ })).toBeVisible();
});

for (const viewport of windowsFrom(0))
  test(`in a window ${viewport.width} wide the view is accessible, and nothing sticks out`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openActivation(page, 'sigmoid');
    await expect(page.getByRole('button', { name: 'softmax A ✓' })).toBeAttached();
    for (const colorScheme of themesIn(viewport, 3)) {
      await turn(page, colorScheme);
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await expectNoOverflow(page);
  });

test('on a phone, the activation that is looked at stands in the middle of the list', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openActivation(page, 'silu');
  const list = page.getByRole('list', { name: 'Is A enough?' });
  await expect(list.getByRole('button', { name: /^silu/ })).toBeInViewport({ ratio: 0.9 });
  await list.getByRole('button', { name: /^mish/ }).click();
  await expect(list.getByRole('button', { name: /^hard_swish/ })).toBeInViewport({ ratio: 0.5 });
});
