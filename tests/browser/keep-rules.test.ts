import type { ActivationSlot } from '../../src/core/activations';
import { type KeepRule, type KeepRuleName, keepRuleNames, keepRules } from '../../src/core/model/keep-rules';
import { choose, keepSwitch, openEditor, openMore, select } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { goToStep, inspector, sentence, slot } from './stage';
import { eventsOf, exportedTrace } from './trace';

const reluBackward = 17;

const keptUnder = (rule: KeepRuleName): KeepRule['keeps'] => keepRules[rule].keeps;

/** The slots that relu can read, from the cheapest; of those that are kept it reads the first. */
const cheapest = ['slope', 'mask', 'A', 'Z'] as const;

/**
 * What each slot adds to the bytes held in 2-4-3-1 with m = 8 in float32 once A[3] is saved: A itself is there. The mask is
 * that of the 32 cells of relu; tanh and sigmoid have none.
 */
const added: Record<ActivationSlot, number> = { Z: 256, A: 0, mask: 4, slope: 256 };

/** Bytes held then: A_prev 224, A[3] 32, and what the rule adds. */
const bytesHeld = (rule: KeepRuleName): number =>
  keptUnder(rule).reduce((bytes, slot) => bytes + added[slot], 224 + 32);

test('the switch of all layers changes what relu backward reads, and keeps the reader at relu backward', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, reluBackward);
  for (const rule of keepRuleNames) {
    await keepSwitch(page, rule).click();
    await expect(inspector(page).getByRole('heading', { name: 'relu backward' }), rule).toBeVisible();
    const read = cheapest.find((slot) => keptUnder(rule).includes(slot));
    if (read) {
      await expect(slot(page, 1, `activation.${read}`), rule).toHaveAttribute('data-mark', 'read');
      await expect(sentence(page)).toContainText(`${read}[1] from layer 1's activation_cache`);
    } else {
      await expect(sentence(page)).toContainText("finds no Z in layer 1's activation_cache");
    }
    for (const l of [1, 2, 3])
      await expect(select(page, `Kept by layer ${l}`)).toContainText(keepRules[rule].label);
  }
});

test('each rule holds the bytes that its buffers take, once the forward pass has saved the last A', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, 7);
  await expect(inspector(page).getByRole('heading', { name: 'cost' })).toBeVisible();
  for (const rule of keepRuleNames) {
    await keepSwitch(page, rule).click();
    await expect(page.getByText(`Held after this step ${bytesHeld(rule)} B`), rule).toBeVisible();
    await expect(
      page.getByText(`all keep ${keepRules[rule].label}, peak ${bytesHeld(rule)} B`),
      rule,
    ).toBeVisible();
  }
});

test('one layer can keep something else: only its caches change, and the switch shows that they differ', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, reluBackward);
  await choose(page, 'Kept by layer 1', 'A');
  await expect(slot(page, 1, 'activation.A')).toHaveAttribute('data-mark', 'read');
  await expect(slot(page, 1, 'activation.Z')).toHaveCount(0);
  await expect(slot(page, 2, 'activation.Z')).toHaveAttribute('data-state', 'freed');
  await expect(page.getByTitle('Each layer has a rule of its own.')).toBeVisible();
  await expect(page.getByLabel('Kept by all layers').locator('[data-state="on"]')).toHaveCount(0);
});

test('the record of a pass shows the reads that its rules allow, and no other', async ({ page }) => {
  await open(page);
  const layerOneReads = async () => eventsOf(await exportedTrace(page), 'backward', 'activation', 1);

  await test.step('under Z everywhere, relu reads Z and no b is ever read', async () => {
    const trace = await exportedTrace(page);
    expect(eventsOf(trace, 'backward', 'activation', 1)).toContain('read activation.Z');
    const reads = trace.steps.flatMap(({ cache }) => cache.filter(({ kind }) => kind === 'read'));
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.filter(({ slot }) => slot === 'b')).toEqual([]);
  });

  await test.step('relu, sigmoid and tanh keeping A read A, and not Z', async () => {
    await keepSwitch(page, 'A').click();
    for (const activation of ['relu', 'sigmoid', 'tanh']) {
      if (activation !== 'relu') await choose(page, 'Activation of layer 1', activation);
      const events = await layerOneReads();
      expect(events, activation).toContain('read activation.A');
      expect(events, activation).not.toContain('read activation.Z');
    }
  });

  await test.step('silu keeping A misses, computes Z again, and reads A_prev, W and b for it', async () => {
    await choose(page, 'Activation of layer 1', 'silu');
    const trace = await exportedTrace(page);
    expect(eventsOf(trace, 'backward', 'activation', 1)).toEqual(
      expect.arrayContaining(['miss activation.Z', 'read activation.Z']),
    );
    expect(eventsOf(trace, 'recompute', 'linear', 1)).toEqual(
      expect.arrayContaining(['read linear.A_prev', 'read linear.W', 'read linear.b']),
    );
  });

  await test.step('linear reads neither', async () => {
    for (const rule of ['A', 'Z', 'ZA'] as const) {
      await keepSwitch(page, rule).click();
      if (rule === 'A') await choose(page, 'Activation of layer 1', 'linear');
      const events = await layerOneReads();
      expect(
        events.filter((event) => event.startsWith('read')),
        rule,
      ).toEqual([]);
    }
  });
});

test('where Z and A are both kept, the reader chooses which one a backward reads', async ({ page }) => {
  await open(page);
  await goToStep(page, reluBackward);
  await keepSwitch(page, 'ZA').click();
  await expect(slot(page, 1, 'activation.A')).toHaveAttribute('data-mark', 'read');
  await choose(page, "Read by layer 1's backward", 'Z');
  await expect(slot(page, 1, 'activation.Z')).toHaveAttribute('data-mark', 'read');
  await expect(slot(page, 1, 'activation.A')).not.toHaveAttribute('data-mark', 'read');
  const link = page.url();
  await page.goto('about:blank');
  await open(page, link);
  await openMore(page, 1);
  await expect(select(page, "Read by layer 1's backward")).toHaveText(/Z/);
  expect(eventsOf(await exportedTrace(page), 'backward', 'activation', 1)).toContain('read activation.Z');
});

test('dZ[L] at once is one step out of the loss’s cache, and leaves Z[L] unread', async ({ page }) => {
  await open(page);
  await goToStep(page, 9);
  await expect(inspector(page).getByRole('heading', { name: 'sigmoid backward' })).toBeVisible();
  await openEditor(page);
  const begins = page.getByRole('group', { name: 'How the way back begins' });
  await begins.getByRole('button', { name: 'dZ at once' }).click();
  await expect(inspector(page).getByRole('heading', { name: 'dZ[3] at once' })).toBeVisible();
  await expect(inspector(page)).toContainText('1/m');
  await expect(slot(page, 3, 'activation.Z')).toHaveAttribute('data-state', 'unread');
  await expect(page.locator('[data-tensor="dA3"]')).toHaveCount(0);
  const trace = await exportedTrace(page);
  expect(eventsOf(trace, 'loss', 'output', 3)).toEqual(['read loss.A', 'free loss.A', 'free activation.Z']);
  expect(trace.tensors).not.toHaveProperty('dA3');
  await begins.getByRole('button', { name: 'dA, then dZ' }).click();
  await expect(inspector(page).getByRole('heading', { name: 'sigmoid backward' })).toBeVisible();
});
