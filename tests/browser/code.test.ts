import { violations } from './axe';
import { expect, test } from './fixture';
import { expectNoOverflow, open, settled } from './page';
import { goToStep, inspector } from './stage';

/** relu backward of layer 1 in 2-4-3-1. */
const RELU_BACKWARD = 17;

test('a step is code in three languages, and a name lights its tensor wherever it stands', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, RELU_BACKWARD);
  await settled(page);
  const code = page.getByRole('region', { name: 'Code' });
  const running = code.locator('[aria-current="step"]');
  await expect(running).toContainText('dZ = np.where(Z > 0, dA, 0)');
  await code.getByRole('button', { name: 'JAX by hand' }).click();
  await expect(code).toContainText('A_prev, W, b, Z = residuals');
  await code.getByRole('button', { name: 'PyTorch by hand' }).click();
  await expect(code).toContainText('A_prev, W, b, Z = ctx.saved_tensors');
  await running.getByText('Z', { exact: true }).hover();
  const pictures = page.locator('[data-tensor="Z1"]');
  for (const picture of await pictures.all()) await expect(picture).toHaveAttribute('data-lit', 'true');
  const symbol = inspector(page).locator('.katex-html [data-name="Z1"]').first();
  await expect(symbol).toHaveAttribute('data-lit', '');
  await page.mouse.move(0, 0);
  await expect(pictures.first()).not.toHaveAttribute('data-lit');
  await expect(symbol).not.toHaveAttribute('data-lit');
  await pictures.first().focus();
  await expect(running.locator('[data-name="Z1"]')).toHaveAttribute('data-lit', 'true');
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page);
});
