import { choose, select } from './controls';
import { expect, test } from './fixture';
import { open, settled } from './page';
import { goToStep, heatmap, sentence, slot } from './stage';

/** A browser without a connection says so in its console, whatever the page does about it. */
test.use({ forgiven: [/net::ERR_INTERNET_DISCONNECTED/] });

test('without a connection the page goes on: steps, changes, and everything that has been opened once', async ({
  page,
  context,
}) => {
  await open(page);
  await choose(page, 'Activation of layer 1', 'elu');
  await goToStep(page, 17);
  await settled(page);
  await context.setOffline(true);
  await page.keyboard.press('ArrowRight');
  await expect(heatmap(page, 'dW1', 'backward')).toHaveAttribute('data-mark', 'write');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'One unit more in layer 1' }).click();
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/^Z\[1\], 5 by 8/);
  await choose(page, 'Activation of layer 2', 'relu');
  await choose(page, 'Kept by layer 1', 'A');
  await expect(slot(page, 1, 'activation.A')).toHaveAttribute('data-mark', 'read');
});

test('what has not come yet when the connection is lost is missed in a sentence, and comes once it is back', async ({
  page,
  context,
}) => {
  await page.goto('./', { waitUntil: 'networkidle' });
  await context.setOffline(true);
  await goToStep(page, 2);
  await expect(heatmap(page, 'A1', 'forward')).toHaveAttribute('data-mark', 'write');
  const notice = page.getByRole('alert');
  const dismiss = async () => {
    await expect(notice).toContainText('could not be loaded');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toHaveText('');
  };
  // What explains a step, and its code, are asked for by no one: they are missed, and not at every step again.
  await expect(sentence(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Code' })).toHaveCount(0);
  await expect(notice).toHaveText('');
  for (const ask of [
    () => select(page, 'Activation of layer 1').click(),
    () => page.getByRole('button', { name: 'Export' }).click(),
    () => page.keyboard.press('?'),
  ]) {
    await ask();
    await dismiss();
    await expect(page.getByRole('main')).toHaveAttribute('data-step', '2');
  }
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('main')).toHaveAttribute('data-step', '3');
  await context.setOffline(false);
  await choose(page, 'Activation of layer 1', 'elu');
  await expect(select(page, 'Activation of layer 1')).toContainText('elu');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Code' })).toBeVisible();
  await expect(sentence(page)).toContainText('Z[2]');
});
