import { partOf } from '../extent';
import { choose, expectOpened, fileOf, keepSwitch, openFile, type } from './controls';
import { expect, test } from './fixture';
import { networkFile } from './models';
import { arrive, open, settled } from './page';
import { goToStep, heatmap, inspector, sentence, slot } from './stage';

test.describe('the first sight, at 1440 by 900', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('is relu backward reading its Z, under the question', async ({ page }) => {
    await arrive(page);
    await expect(slot(page, 1, 'activation.Z')).toHaveAttribute('data-mark', 'read');
    await expect(sentence(page)).toHaveText('Are we caching Z for backprop only for relu?');
    await page.getByRole('button', { name: 'How did we get here?' }).click();
    await expect(page.getByRole('main')).toHaveAttribute('data-step', /^[0-9]$/);
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  test('is answered under the question, with all else on the stage quieter until the first step', async ({
    page,
  }) => {
    await arrive(page);
    const answer = page.getByRole('region', { name: 'Step', exact: true }).locator('[data-answers="true"]');
    await expect(answer).toHaveText(/^relu backward reads Z\[1\] from layer 1's activation_cache/);
    await expect(async () => {
      const [question, below] = [(await sentence(page).boundingBox())!, (await answer.boundingBox())!];
      expect(below.y - question.y - question.height).toBeLessThan(12);
    }).toPass();
    const quiet = () =>
      page
        .locator('[data-tensor]:not([data-state="empty"]) > canvas')
        .evaluateAll((all) =>
          all.flatMap((canvas) =>
            getComputedStyle(canvas).filter === 'none'
              ? []
              : [canvas.parentElement!.dataset.mark ?? canvas.parentElement!.dataset.state],
          ),
        );
    // Of what is read, only what comes out of a cache stays as loud as it is.
    expect(new Set(await quiet())).toEqual(new Set(['held', 'unread', 'read']));
    for (const [loud, filter] of [
      [slot(page, 1, 'activation.Z'), /^none$/],
      [heatmap(page, 'dZ1', 'backward'), /^none$/],
      [heatmap(page, 'dA1', 'backward'), /opacity/],
    ] as const)
      await expect(loud.locator('canvas')).toHaveCSS('filter', filter);
    await page.keyboard.press('ArrowRight');
    await expect(answer).toHaveCount(0);
    expect(await quiet()).toEqual([]);
  });

  test('gives heatmaps at least 16 % of the window, whole, with numbers in their cells', async ({ page }) => {
    await arrive(page);
    const seen = await page.locator('[data-tensor]').evaluateAll((elements) => {
      const boxes = elements.map((element) => element.getBoundingClientRect());
      const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
      const inside = boxes.every(
        ({ left, top, right, bottom }) =>
          left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      );
      return { share: area / (innerWidth * innerHeight), inside };
    });
    expect(seen.inside).toBe(true);
    expect(seen.share).toBeGreaterThanOrEqual(0.16);
    // A matrix that is wide by its letters has cells for two digits and a sign, each as high as a line.
    const cells = await page.locator('[data-tensor]:not([data-state="empty"])').evaluateAll((elements) =>
      elements.map((element) => {
        const [, rows, cols] = /, (\d+) by (\d+)/.exec(element.ariaLabel ?? '') ?? [];
        const { width, height } = element.getBoundingClientRect();
        return [element.ariaLabel, width / Number(cols ?? 1), height / Number(rows ?? 1)] as const;
      }),
    );
    expect(cells.length).toBeGreaterThan(30);
    expect(cells.filter(([, width, height]) => !(width >= 21 && height >= 12))).toEqual([]);
  });
});

for (const [width, height] of partOf([
  [1440, 900],
  [1280, 720],
  [1024, 768],
] as const))
  test(`the timeline draws the lines that are asked for, and its names lead to their steps, at ${width} by ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await arrive(page);
    const mask = page.getByRole('button', { name: 'all keep mask 260 B' });
    await mask.click();
    await expect(mask).toHaveAttribute('aria-pressed', 'true');
    await mask.click();
    await expect(mask).toHaveAttribute('aria-pressed', 'false');
    await page.getByRole('button', { name: 'Step 4, A[2]' }).click();
    await expect(page.getByRole('main')).toHaveAttribute('data-step', '4');
    for (const seen of [mask, page.getByRole('button', { name: /^Step 4,/ })])
      await expect(seen).toBeInViewport({ ratio: 0.95 });
    // Names that lie over the chart hide none of its lines.
    const hiding = await page.getByRole('button', { name: /^all keep .* B$/ }).evaluateAll((names) => {
      const chart = names[0]!.closest('[data-form]')!.querySelector('svg[height="34"], svg[height="56"]')!;
      const highest = chart.getBoundingClientRect().top + 17;
      return names
        .filter((name) => getComputedStyle(name).backgroundColor !== 'rgba(0, 0, 0, 0)')
        .filter((name) => name.getBoundingClientRect().bottom > highest)
        .map((name) => name.textContent);
    });
    expect(hiding).toEqual([]);
  });

for (const width of partOf([780, 900, 970, 1024]))
  test(`the question stands whole beside its ways on, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await arrive(page);
    await expect(page.getByRole('button', { name: 'Find out in a lesson' })).toBeInViewport({ ratio: 1 });
    const isWhole = async () => {
      const strip = await page.getByRole('region', { name: 'Step', exact: true }).boundingBox();
      const question = await sentence(page).boundingBox();
      // What the page was built with makes way for the page itself, and has no box in between.
      if (!strip || !question) return false;
      return question.y >= strip.y && question.y + question.height <= strip.y + strip.height;
    };
    await expect.poll(isWhole).toBe(true);
  });

test('the answer to the question stands whole beside the ways on, and under none of them, at 1024 by 768', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await arrive(page);
  const answer = page.getByRole('region', { name: 'Step', exact: true }).locator('[data-answers="true"]');
  await expect(answer).toContainText('written at step 2.');
  const isCut = () => answer.evaluate((element) => element.scrollWidth > element.clientWidth);
  // The sign of the checks, which comes later, takes room too.
  await expect(page.getByRole('button', { name: 'How did we get here?' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Checks/ })).toBeVisible();
  expect(await isCut()).toBe(false);
  const { x, width } = (await answer.boundingBox())!;
  const way = (await page.getByRole('button', { name: 'How did we get here?' }).boundingBox())!;
  expect(x + width).toBeLessThan(way.x);
});

for (const [width, height] of partOf([
  [320, 568],
  [390, 844],
  [844, 390],
  [820, 1180],
] as const))
  test(`the question has both ways on, whole, at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await arrive(page);
    await expect(sentence(page)).toBeInViewport({ ratio: 1 });
    for (const name of ['How did we get here?', 'Find out in a lesson']) {
      const way = page.getByRole('button', { name });
      await expect(way).toBeInViewport({ ratio: 1 });
      expect(await way.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(false);
    }
  });

test('all that a step reads and makes is seen at once beside an overview, where there is room for it', async ({
  page,
}) => {
  await open(page);
  await type(page, 'Units of layer 1', '64');
  await expect(heatmap(page, 'Z1', 'forward')).toHaveAccessibleName(/64 by 8/);
  await goToStep(page, 17);
  const room = page.getByRole('region', { name: 'Network in three lanes' });
  for (const seen of [
    slot(page, 1, 'activation.Z'),
    ...['dZ1', 'dA1'].map((name) => heatmap(page, name, 'backward')),
  ])
    await expect(async () => {
      const [box, around] = [(await seen.boundingBox())!, (await room.boundingBox())!];
      expect(box.y).toBeGreaterThanOrEqual(around.y);
      expect(box.y + box.height).toBeLessThanOrEqual(around.y + around.height);
    }).toPass({ timeout: 20_000 });
  // The map of all takes the width that there is.
  const map = (await page.locator('[data-overview] canvas').first().boundingBox())!;
  expect(map.width).toBeGreaterThan(0.9 * (await room.boundingBox())!.width);
});

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
] as const)
  test(`which step it is stands within its panel, however many there are, at ${width} by ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const isWithin = async (step: number, title: RegExp) => {
      await goToStep(page, step);
      const which = inspector(page).getByText(title);
      await expect(which).toBeVisible();
      expect(await which.evaluate((text) => text.scrollWidth - text.clientWidth), `step ${step}`).toBe(0);
    };
    const keepNothing = () => keepSwitch(page, 'none').click();
    await keepNothing();
    await isWithin(14, /^Step 14 of 22 · recompute · layer 2$/);
    await openFile(page, fileOf('deep.json', networkFile('deep', [2, ...Array(19).fill(4), 1], 6)));
    await expectOpened(page, 'deep');
    await keepNothing();
    // All steps of a layer's way back, whatever phase they are of.
    for (let step = 100; step < 106; step++)
      await isWithin(step, new RegExp(`^Step ${step} of 141 · (backward|recompute) · L\\d+$`));
  });

test('the title of the step stands clear of the header, over a sentence that is whole, at 1024 by 768', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page);
  const header = (await page.getByRole('banner').boundingBox())!;
  for (const step of [1, 5, 17]) {
    await goToStep(page, step);
    const title = (await inspector(page)
      .getByText(/^Step \d+ of 19/)
      .boundingBox())!;
    // Its capitals take 8 pixels in the middle of the line.
    const clear = title.y + title.height / 2 - 4 - (header.y + header.height);
    expect(clear, `step ${step}`).toBeGreaterThan(5.5);
    const [strip, says] = [(await inspector(page).boundingBox())!, (await sentence(page).boundingBox())!];
    expect(says.y, `step ${step}`).toBeGreaterThanOrEqual(title.y + title.height);
    expect(says.y + says.height, `step ${step}`).toBeLessThanOrEqual(strip.y + strip.height);
  }
});

test('the colour scales are whole at the foot of their panel, at 1920 by 1080', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await arrive(page);
  const legend = page.getByText('Blue is positive, red negative');
  await expect(legend).toBeInViewport({ ratio: 1 });
  for (const step of [3, 8, 17, 19]) {
    await goToStep(page, step);
    await expect(legend).toBeInViewport({ ratio: 1 });
  }
  await heatmap(page, 'dZ1', 'backward').click();
  await expect(page.getByRole('heading', { name: /^Cell/ })).toBeVisible();
  await expect(legend).toBeInViewport({ ratio: 1 });
});

test.describe('a page that is shown to a room, at 1280 by 720', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('has numbers in its cells, larger type, and is stepped through as clickers do', async ({ page }) => {
    await open(page);
    const size = () =>
      sentence(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.keyboard.press('p');
    await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible();
    expect(await size()).toBeGreaterThan(before);
    const { width, height } = (await heatmap(page, 'Z1', 'forward').boundingBox())!;
    expect(width / 8).toBeGreaterThanOrEqual(21);
    expect(height / 4).toBeGreaterThanOrEqual(12);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageUp');
    await expect(page.getByRole('main')).toHaveAttribute('data-step', '1');
    await page.keyboard.press('p');
    await expect(page.getByRole('button', { name: 'Leave' })).toHaveCount(0);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const layer of partOf([1, 2, 3]))
    test(`what layer ${layer} keeps and what that changes are seen at once`, async ({ page }) => {
      await open(page);
      await goToStep(page, { 1: 17, 2: 13, 3: 9 }[layer]!);
      await page.getByRole('button', { name: `More of layer ${layer}` }).click();
      const sheet = page.getByRole('dialog', { name: `Layer ${layer}` });
      await expect(sheet).toBeVisible();
      const rule = (text: string) =>
        sheet.getByRole('group', { name: `What layer ${layer} keeps` }).getByText(text, { exact: true });
      for (const [label, name] of [
        ['A', 'activation.A'],
        ['slope', 'activation.slope'],
        ['Z', 'activation.Z'],
      ] as const) {
        await rule(label).click();
        await expect(slot(page, layer, name)).toHaveAttribute('data-mark', 'read');
        const covered = (await sheet.boundingBox())!.y;
        for (const seen of [slot(page, layer, name), heatmap(page, `dZ${layer}`, 'backward')])
          await expect(async () => {
            const box = (await seen.boundingBox())!;
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(390);
            expect(box.y).toBeGreaterThanOrEqual(50);
            expect(box.y + box.height).toBeLessThanOrEqual(covered);
          }).toPass({ timeout: 20_000 });
        await expect(rule(label)).toBeInViewport();
      }
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
    });

  test('what a step makes in another column is told at the edge of the stage, which leads there', async ({
    page,
  }) => {
    await open(page);
    await goToStep(page, 16);
    const made = heatmap(page, 'dA1', 'backward');
    await expect(made).toHaveAttribute('data-mark', 'write');
    await expect(slot(page, 2, 'linear.W')).toBeInViewport({ ratio: 1 });
    await expect(made).not.toBeInViewport({ ratio: 0.5 });
    const mark = page.getByRole('button', { name: 'dA[1]', exact: true });
    await expect(mark).toHaveAttribute('data-beyond', 'write');
    await expect(mark).toBeInViewport({ ratio: 1 });
    await mark.click();
    await expect(made).toBeInViewport({ ratio: 1 });
    await expect(mark).toHaveCount(0);
    // Then what is read is what is out of sight.
    await expect(page.getByRole('button', { name: 'W[2]', exact: true })).toHaveAttribute(
      'data-beyond',
      'read',
    );
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-beyond]')).toHaveCount(0);
  });

  test('the value of a cell is whole beside the sheet that tells of it', async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await arrive(page);
    await goToStep(page, 17);
    const cells = heatmap(page, 'dZ1', 'backward');
    await cells.click();
    const sheet = page.getByRole('dialog', { name: 'What the step does' });
    await expect(sheet).toBeVisible();
    const readout = page.getByRole('region', { name: 'Stage' }).getByText(/row \d, column \d/);
    for (const across of [0.05, 0.5, 0.95]) {
      await expect(async () => {
        const { x, y, width, height } = (await cells.boundingBox())!;
        await page.mouse.move(x + across * width, y + height / 2);
        await expect(readout).toBeInViewport({ ratio: 1, timeout: 1_000 });
        const box = (await readout.boundingBox())!;
        expect(box.x + box.width).toBeLessThanOrEqual((await sheet.boundingBox())!.x);
      }).toPass({ timeout: 20_000 });
    }
  });

  test('the first sight has the lesson in view, and the row of views the one that is shown', async ({
    page,
  }) => {
    await arrive(page);
    await expect(page.getByRole('button', { name: 'Find out in a lesson' })).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Activations' }).click();
    await page.reload();
    const current = page.getByRole('navigation', { name: 'Views' }).locator('[aria-current]');
    await expect(current).toBeInViewport({ ratio: 1 });
  });

  test('the slots that a recomputed Z is read from stay in view when the phone lies on its side', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await arrive(page);
    await choose(page, 'Kept by layer 2', 'none');
    await goToStep(page, 13);
    for (const name of ['linear.A_prev', 'linear.W', 'linear.b', 'activation.Z'])
      await expect(slot(page, 2, name)).toBeInViewport({ ratio: 0.95 });
  });

  test('a picked cell is told of beside what it is made of when the phone lies on its side', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await arrive(page);
    await goToStep(page, 17);
    await heatmap(page, 'dZ1', 'backward').click();
    const sheet = page.getByRole('dialog', { name: 'What the step does' });
    await expect(sheet.getByRole('heading', { name: /^Cell \(\d, \d\) of dZ\[1\]$/ })).toBeInViewport({
      ratio: 1,
    });
    await expect(sheet.getByText(/^−?[\d.]+ = −?[\d.]+ · [01]$/)).toBeInViewport({ ratio: 1 });
    for (const seen of [slot(page, 1, 'activation.Z'), heatmap(page, 'dZ1', 'backward')])
      await expect(async () => {
        const { x, width } = (await seen.boundingBox())!;
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual((await sheet.boundingBox())!.x);
      }).toPass({ timeout: 20_000 });
  });

  test('the slot that is read stays in view when the phone lies on its side', async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await arrive(page);
    for (const step of [17, 13, 9]) {
      await goToStep(page, step);
      const layer = { 17: 1, 13: 2, 9: 3 }[step]!;
      for (const seen of [slot(page, layer, 'activation.Z'), heatmap(page, `dZ${layer}`, 'backward')])
        await expect(seen).toBeInViewport({ ratio: 0.95 });
    }
  });

  test('names of what is read and made are whole when the phone lies on its side', async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await arrive(page);
    const stage = page.getByRole('region', { name: 'Stage' });
    for (const step of [1, 3, 13, 17]) {
      await goToStep(page, step);
      await expect(async () => {
        const { y } = (await stage.boundingBox())!;
        const cells = page.locator(
          '[data-picture] :is([data-mark="read"], [data-mark="write"])[data-tensor]',
        );
        // A name takes 17 px over its cells, and its raised number a little more.
        const cut = await cells.evaluateAll(
          (marked, top) =>
            marked
              .map((one) => one.getBoundingClientRect().top - top)
              .filter((over) => over >= 0 && over < 20),
          y,
        );
        expect(cut).toEqual([]);
      }).toPass({ timeout: 5_000 });
    }
  });
});

test('a formula whose signs have letters of their own is seen whole when its step is taken for the first time', async ({
  page,
}) => {
  await open(page);
  const formulas = inspector(page)
    .locator('[translate="no"]')
    .filter({ has: page.locator('.katex') });
  for (const step of [7, 8, 11]) {
    await goToStep(page, step);
    await settled(page);
    const hidden = () =>
      formulas.evaluateAll((rooms) => rooms.filter((room) => room.scrollWidth > room.clientWidth).length);
    expect(await formulas.count()).toBeGreaterThan(0);
    await expect.poll(hidden, `step ${step}`).toBe(0);
  }
});
