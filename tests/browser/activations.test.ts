import { activationNames, activationOf } from '../../src/core/activations';
import { covering } from '../extent';
import { choose, keepSwitch, type } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { goToStep, heatmap, inspector, readLines, sentence, slot } from './stage';

/** Where A alone fixes g′ (design, section 3): everywhere but here. */
const needZ = ['gelu', 'silu', 'mish', 'hard_swish', 'sine'];

const reluBackward = 17;

// From the last to the first, so that relu, with which it begins, is a change too.
const triedAtReluBackward = covering(activationNames.toReversed(), (name) => [
  needZ.includes(name),
  name === 'linear',
  name === 'relu',
  activationOf(name).alpha !== undefined,
]);

test('at relu backward, each of the eighteen activations keeps the step, and rings, line and sentence follow', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, reluBackward);
  const Z = slot(page, 1, 'activation.Z');
  for (const activation of triedAtReluBackward) {
    await choose(page, 'Activation of layer 1', activation);
    await expect(inspector(page).getByRole('heading', { name: `${activation} backward` })).toBeVisible();
    await expect(page.getByRole('main'), activation).toHaveAttribute('data-step', String(reluBackward));
    await expect(heatmap(page, 'dZ1', 'backward'), activation).toHaveAttribute('data-mark', 'write');
    if (activation === 'linear') {
      await expect(Z).toHaveAttribute('data-state', 'unread');
      await expect(Z).not.toHaveAttribute('data-mark');
      await expect(readLines(page)).toHaveCount(0);
      await expect(sentence(page)).toHaveText(
        "linear backward reads nothing from layer 1's activation_cache: its slope is 1 everywhere.",
      );
      continue;
    }
    await expect(Z, activation).toHaveAttribute('data-state', 'held');
    await expect(Z, activation).toHaveAttribute('data-mark', 'read');
    await expect(readLines(page), activation).toHaveCount(1);
    await expect(sentence(page)).toHaveText(
      `${activation} backward reads Z[1] from layer 1's activation_cache, written at step 2.`,
    );
  }
});

test('keeping A, each activation reads A where A is enough, and computes Z again where it is not', async ({
  page,
}) => {
  await open(page);
  await keepSwitch(page, 'A').click();
  await goToStep(page, reluBackward);
  // Each that needs Z, and of the others one whose slope is read and linear, which reads nothing.
  const tried = covering(activationNames, (name) => [needZ.includes(name) && name, name === 'linear']);
  for (const activation of tried) {
    await choose(page, 'Activation of layer 1', activation);
    await expect(inspector(page).getByRole('heading', { name: `${activation} backward` })).toBeVisible();
    const A = slot(page, 1, 'activation.A');
    const Z = slot(page, 1, 'activation.Z');
    if (needZ.includes(activation)) {
      // One step more: the recomputation comes before it.
      await expect(page.getByRole('main'), activation).toHaveAttribute('data-step', '18');
      await expect(A, activation).toHaveAttribute('data-state', 'unread');
      await expect(Z, activation).toHaveAttribute('data-mark', 'read');
      await expect(sentence(page)).toHaveText(
        `${activation} backward finds no Z in layer 1's activation_cache, so it reads Z[1], computed again at step 17.`,
      );
    } else {
      await expect(page.getByRole('main'), activation).toHaveAttribute('data-step', '17');
      await expect(Z, activation).toHaveCount(0);
      if (activation === 'linear') await expect(A).toHaveAttribute('data-state', 'unread');
      else await expect(A, activation).toHaveAttribute('data-mark', 'read');
    }
    await expect(readLines(page), activation).toHaveCount(activation === 'linear' ? 0 : 1);
  }
});

test('a parameter that takes a route away is followed at once', async ({ page }) => {
  await open(page);
  await keepSwitch(page, 'A').click();
  await choose(page, 'Activation of layer 1', 'leaky_relu');
  await goToStep(page, reluBackward);
  await expect(sentence(page)).toContainText("reads A[1] from layer 1's activation_cache");
  await type(page, 'Alpha of layer 1', '-0.5');
  await expect(sentence(page)).toContainText("finds no Z in layer 1's activation_cache");
  await type(page, 'Alpha of layer 1', '0');
  await expect(sentence(page)).toContainText("reads A[1] from layer 1's activation_cache");
});
