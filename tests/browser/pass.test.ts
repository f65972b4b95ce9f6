import type { Page } from '@playwright/test';
import { frameAt } from '../../src/core/pass/frames/frame';
import { record } from '../../src/core/pass/record';
import { firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { keepSwitch } from './controls';
import { expect, test } from './fixture';
import { open } from './page';
import { goToStep, heatmap, inspector, readLines, sentence, slot, standing, standingIn } from './stage';
import { exportedTrace } from './trace';

/** The pass that the page opens on. What a frame holds is judged by the tests of the core. */
const trace = record(modelOf(firstChoice));
const last = trace.steps.length;

async function expectFrame(page: Page, step: number): Promise<void> {
  await expect(page.getByRole('main')).toHaveAttribute('data-step', String(step));
  expect(await standing(page), `step ${step}`).toEqual(standingIn(frameAt(trace, step)));
}

test('the keyboard alone leads through the whole pass and back, and every heatmap stands as the record has it', async ({
  page,
}) => {
  await open(page);
  expect(last).toBe(19);
  for (let step = 0; step < last; step++) {
    await expectFrame(page, step);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('ArrowRight');
  for (let step = last; step > 0; step--) {
    await expectFrame(page, step);
    await page.keyboard.press('ArrowLeft');
  }
  await page.keyboard.press('ArrowLeft');
  await expectFrame(page, 0);
});

test('relu backward reads Z from the cache: a ring, a line, a sentence, a formula and the bytes say so', async ({
  page,
}) => {
  await open(page);
  await goToStep(page, 16);
  await expect(slot(page, 1, 'activation.Z')).toHaveAttribute('data-state', 'held');
  await expect(heatmap(page, 'dZ1', 'backward')).toHaveAttribute('data-state', 'empty');
  await page.keyboard.press('ArrowRight');
  const Z = slot(page, 1, 'activation.Z');
  await expect(Z).toHaveAttribute('data-mark', 'read');
  await expect(Z).toHaveAccessibleName(/^Z\[1\], 4 by 8, in activation_cache, 128 B freed, being read$/);
  await expect(heatmap(page, 'dA1', 'backward')).toHaveAttribute('data-mark', 'read');
  await expect(heatmap(page, 'dZ1', 'backward')).toHaveAttribute('data-mark', 'write');
  await expect(readLines(page)).toHaveCount(1);
  await expect(sentence(page)).toHaveText(
    "relu backward reads Z[1] from layer 1's activation_cache, written at step 2.",
  );
  await expect(inspector(page).getByText('Step 17 of 19 · backward · layer 1')).toBeVisible();
  await expect(inspector(page).getByRole('heading', { name: 'relu backward' })).toBeVisible();
  await expect(inspector(page).locator('.katex-mathml').first()).toContainText('dZ^{[1]}');
  await expect(page.getByText('Held after this step 0 B')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(Z).toHaveAttribute('data-state', 'freed');
  await expect(Z).not.toHaveAttribute('data-mark');
});

test('the line of a read leads from its slot to what is made of it', async ({ page }) => {
  await open(page);
  await goToStep(page, 17);
  const middle = (box: { x: number; width: number }) => box.x + box.width / 2;
  // The stage may scroll between one look and the next.
  await expect(async () => {
    const line = (await readLines(page).boundingBox())!;
    const from = (await slot(page, 1, 'activation.Z').boundingBox())!;
    const to = (await heatmap(page, 'dZ1', 'backward').boundingBox())!;
    expect(Math.abs(middle(line) - middle(from))).toBeLessThan(2);
    // Browsers add to its box what the corners of so thick a line might reach.
    const [begin, end] = await readLines(page).evaluate((path: SVGPathElement) =>
      [0, path.getTotalLength()].map(
        (length) => path.getPointAtLength(length).matrixTransform(path.getScreenCTM()!).y,
      ),
    );
    expect(begin).toBeGreaterThan(from.y + from.height);
    // The head of the arrow reaches a little further, up to the ring.
    expect(end).toBeLessThan(to.y - 5);
    expect(end).toBeGreaterThan(to.y - 10);
  }).toPass({ timeout: 20_000 });
});

test('the six states of a slot look different', async ({ page }) => {
  await open(page);
  const looks: Buffer[] = [];
  const look = async () => {
    const { x, y, width, height } = (await slot(page, 1, 'activation.Z').boundingBox())!;
    // Rings are drawn around a heatmap.
    const clip = { x: x - 6, y: y - 6, width: width + 12, height: height + 12 };
    looks.push(await page.screenshot({ animations: 'disabled', clip }));
  };
  for (const step of [0, 2, 10, 17, 18]) {
    await goToStep(page, step);
    await look();
  }
  // Kept beside A, which relu reads rather, Z is kept for nothing.
  await keepSwitch(page, 'ZA').click();
  await expect(slot(page, 1, 'activation.Z')).toHaveAttribute('data-state', 'unread');
  await look();
  const different = new Set(looks.map((look) => look.toString('base64')));
  expect(different.size).toBe(6);
});

test('a zero is painted in a colour of its own, and every cell is painted', async ({ page }) => {
  await open(page);
  // b[1] holds nothing but zeros.
  const colours = () =>
    heatmap(page, 'b1', 'forward').evaluate((element) => {
      const canvas = element.querySelector('canvas')!;
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      const cell = (row: number) => {
        // In a corner of the cell: its number stands in the middle.
        const y = Math.floor(((row + 0.1) / 4) * canvas.height) + 1;
        const at = 4 * (y * canvas.width + Math.floor(canvas.width * 0.1) + 1);
        return Array.from(data.slice(at, at + 4)).join();
      };
      const card = Array.from(document.querySelectorAll('section *'))
        .map((e) => getComputedStyle(e).backgroundColor)
        .find((colour) => colour === 'rgb(255, 255, 255)');
      return { cells: [0, 1, 2, 3].map(cell), card };
    });
  // Cells are painted once what stands around them is there.
  await expect(async () => {
    const { cells, card } = await colours();
    expect(new Set(cells).size).toBe(1);
    expect(cells[0]).toMatch(/,255$/);
    expect(cells[0]).not.toBe('255,255,255,255');
    expect(card).toBe('rgb(255, 255, 255)');
  }).toPass({ timeout: 20_000 });
});

test('buttons, timeline and playing move through the pass too', async ({ page }) => {
  const start = new Date('2026-01-01T08:00');
  await page.clock.install({ time: start });
  await open(page);
  // From here the clock moves only as it is told to.
  await page.clock.pauseAt(new Date(start.getTime() + 3_600_000));
  const main = page.getByRole('main');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(button('First step')).toBeDisabled();
  await expect(button('Previous step')).toBeDisabled();
  await button('Next step').click();
  await button('Next step').click();
  await expect(main).toHaveAttribute('data-step', '2');
  await button('Previous step').click();
  await expect(main).toHaveAttribute('data-step', '1');
  await button('Last step').click();
  await expect(main).toHaveAttribute('data-step', '19');
  await expect(button('Next step')).toBeDisabled();
  await expect(button('Last step')).toBeDisabled();

  // Played from the end, a pass begins anew.
  await button('Play').click();
  await expect(main).toHaveAttribute('data-step', '0');
  await page.clock.runFor(3000);
  await expect(main).toHaveAttribute('data-step', '2');
  await button('Pause').click();
  await page.clock.runFor(5000);
  await expect(main).toHaveAttribute('data-step', '2');
  await button('Play').click();
  await page.clock.runFor(60_000);
  await expect(main).toHaveAttribute('data-step', '19');
  await expect(button('Play')).toBeVisible();

  const timeline = page.getByRole('slider', { name: 'Step', exact: true });
  const box = (await timeline.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(main).toHaveAttribute('data-step', /^(9|10)$/);
  await page.mouse.click(box.x + box.width - 2, box.y + box.height / 2);
  await expect(main).toHaveAttribute('data-step', '19');
  await expect(timeline).toHaveAttribute('aria-valuetext', 'Step 19 of 19: linear backward: db[1], 0 B held');
});

const nameOf = ({ name }: { readonly name: string }) => name;

test('what is exported is the pass that is shown', async ({ page }) => {
  await open(page);
  const file = await exportedTrace(page);
  expect(file).toMatchObject({ format: 'cacheback-trace', version: 1, cacheBytes: { peak: 512 } });
  expect(file.steps.map(({ reads, writes, phase, op }) => [phase, op, reads, writes])).toEqual(
    trace.steps.map(({ reads, writes, phase, op }) => [phase, op, reads.map(nameOf), writes.map(nameOf)]),
  );
  const Z1 = file.tensors.Z1 as readonly (readonly number[])[];
  expect(Z1.flat()).toEqual(Array.from(trace.buffers.get('Z1')!.data));
});
