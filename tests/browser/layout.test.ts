import type { Page } from '@playwright/test';
import { covering } from '../extent';
import { choose, editor, expectOpened, fileOf, openEditor, openFile } from './controls';
import { expect, test } from './fixture';
import { networkFile } from './models';
import { open, settled } from './page';
import { goToStep, heatmap, inspector, slot } from './stage';
import { windows } from './windows';

/** Where everything in the picture stands, from the picture's corner: the page may scroll it to the step's layer. */
const places = (page: Page) =>
  page
    .getByRole('region', { name: 'Network in three lanes' })
    .locator('> div')
    .evaluate((picture) => {
      const origin = picture.getBoundingClientRect();
      return Array.from(picture.querySelectorAll('[data-lane], [data-tensor]'), (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x - origin.x, y - origin.y, width, height].map((n) => Math.round(n * 8) / 8).join();
      });
    });

/** Where the parts of the page stand that are always there. */
const frame = (page: Page) =>
  page
    .locator('header, [aria-label="Stage"], input[type=range], button[aria-label="Next step"]')
    .evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join();
      }),
    );

/** Texts that have less room than they need, on controls, labels and titles. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const isHidden = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width <= 1 || height <= 1;
    };
    const texts = Array.from(
      document.querySelectorAll('button, label, h1, h2, h3, p, code, dt, dd, li, span, a'),
    );
    return texts.flatMap((element) => {
      const { textContent, scrollWidth, clientWidth } = element;
      const inline = getComputedStyle(element).display === 'inline';
      const hides = getComputedStyle(element).overflowX !== 'visible';
      if (inline || isHidden(element) || !textContent?.trim() || element.closest('.katex')) return [];
      return scrollWidth > clientWidth + 1 && (hides || element.matches('button'))
        ? [`${element.tagName} "${textContent}" ${scrollWidth} > ${clientWidth}`]
        : [];
    });
  });

/** Pairs of heatmaps or cards of one lane that stand in each other's way. */
const overlaps = (page: Page) =>
  page.evaluate(() => {
    const apart = (a: DOMRect, b: DOMRect) =>
      a.right <= b.left + 0.5 ||
      b.right <= a.left + 0.5 ||
      a.bottom <= b.top + 0.5 ||
      b.bottom <= a.top + 0.5;
    return ['[data-tensor]', '[data-tensor] > span', '[data-lane]'].flatMap((selector) => {
      const all = Array.from(document.querySelectorAll(`main ${selector}`), (element) => ({
        name: `${selector} ${element.textContent}`,
        box: element.getBoundingClientRect(),
      }));
      return all.flatMap((a, i) =>
        all.slice(i + 1).flatMap((b) => (apart(a.box, b.box) ? [] : [`${a.name} and ${b.name}`])),
      );
    });
  });

/** How near lines of reads, with the heads of their arrows, come to the letters of the lanes' names, in CSS pixels. */
const fromLaneNames = (page: Page) =>
  page.evaluate(() => {
    const letters = Array.from(document.querySelectorAll('[data-drawn="lane"]'), (name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      const { left, top, width, height } = range.getBoundingClientRect();
      // Capitals take the middle two thirds of what reads from below to above.
      return new DOMRect(left + width / 6, top, (width * 2) / 3, height);
    });
    const paths = Array.from(document.querySelectorAll<SVGPathElement>('path[data-drawn="reads"]'));
    const edges = paths.flatMap((path) => {
      const { left, top } = path.ownerSVGElement!.getBoundingClientRect();
      const length = path.getTotalLength();
      const at = (along: number, aside: number) => {
        const [here, before] = [path.getPointAtLength(along), path.getPointAtLength(along - 1)];
        const [across, down] = [here.x - before.x, here.y - before.y];
        return { x: left + here.x - down * aside, y: top + here.y + across * aside };
      };
      const line = Array.from({ length: 300 }, (_, i) => 1 + ((length - 9) * i) / 299);
      // A line is 3.5 wide, and its head 14, from 8 before its end on.
      return [
        ...line.flatMap((along) => [at(along, 1.75), at(along, -1.75)]),
        at(length - 8, 7),
        at(length - 8, -7),
      ];
    });
    const distances = edges.flatMap(({ x, y }) =>
      letters.map((box) =>
        Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)),
      ),
    );
    return Math.min(...distances);
  });

/** What holds in every window: nothing shifts in any of them, and of the rest each in one of them in `npm test`. */
const held = ['no text is cut off', 'complaints are whole', 'the step is in view'] as const;
const looked = covering(
  // From the phone on, where room is scarcest.
  windows.toReversed().flatMap((window) => held.map((what) => [window, what] as const)),
  ([window, what]) => [window.width, what],
);

for (const viewport of windows)
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });
    const isLookedAt = (what: (typeof held)[number]) =>
      looked.some(([window, each]) => window === viewport && each === what);

    test('nothing shifts, overlaps or scrolls sideways from the first step to the last', async ({ page }) => {
      // Where things stand, not where they fly past on their way there.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page);
      const before = { places: await places(page), frame: await frame(page) };
      expect(before.places.length).toBeGreaterThan(40);
      expect(await overlaps(page)).toEqual([]);
      for (let step = 1; step <= 19; step++) {
        await page.keyboard.press('ArrowRight');
        await expect(page.getByRole('main')).toHaveAttribute('data-step', String(step));
        expect(await places(page), `step ${step}`).toEqual(before.places);
        expect(await frame(page), `step ${step}`).toEqual(before.frame);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide, `step ${step}`).toBeLessThanOrEqual(0);
      }
      expect(await overlaps(page)).toEqual([]);
    });

    if (isLookedAt('no text is cut off'))
      test('no text is cut off', async ({ page }) => {
        await open(page);
        expect(await cutOff(page), 'before the first step').toEqual([]);
        await goToStep(page, 17);
        await settled(page);
        expect(await cutOff(page), 'at relu backward').toEqual([]);
        await choose(page, 'Kept by layer 1', 'Z + A');
        expect(await cutOff(page), 'keeping both').toEqual([]);
        await choose(page, 'Kept by layer 1', 'none');
        expect(await cutOff(page), 'keeping nothing').toEqual([]);
      });

    if (isLookedAt('complaints are whole'))
      test('what is wrong with a number is said in full, where it was typed', async ({ page }) => {
        await open(page);
        const said = async (name: string, around: { x: number; width: number }) => {
          await page.getByRole('spinbutton', { name, exact: true }).fill('x');
          const complaint = (await page.getByText(/^Expected a .*number/).boundingBox())!;
          expect(complaint.x, name).toBeGreaterThanOrEqual(around.x);
          expect(complaint.x + complaint.width, name).toBeLessThanOrEqual(around.x + around.width);
        };
        await said('Units of layer 1', (await page.getByRole('group', { name: 'Layer 1' }).boundingBox())!);
        await page.keyboard.press('Escape');
        if (viewport.width < 760) {
          await page.getByRole('button', { name: 'More', exact: true }).click();
          await page.getByRole('button', { name: 'Network and data' }).click();
        } else await openEditor(page);
        for (const name of ['Examples m', 'Seed']) await said(name, (await editor(page).boundingBox())!);
      });

    if (isLookedAt('the step is in view'))
      test('what the step does is in view: the layer of each step, and its buttons', async ({ page }) => {
        await open(page);
        for (const [step, tensor, place] of [
          [1, 'Z1', 'forward'],
          [5, 'Z3', 'forward'],
          [9, 'dZ3', 'backward'],
          [17, 'dZ1', 'backward'],
        ] as const) {
          await goToStep(page, step);
          await expect(heatmap(page, tensor, place)).toHaveAttribute('data-mark', 'write');
          // The stage scrolls there smoothly, where motion is welcome.
          await expect(async () => {
            const box = (await heatmap(page, tensor, place).boundingBox())!;
            expect(box.x, tensor).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width, tensor).toBeLessThanOrEqual(viewport.width);
          }).toPass({ timeout: 20_000 });
          await expect(page.getByRole('button', { name: 'Next step' })).toBeInViewport();
        }
        await expect(inspector(page).getByRole('heading', { name: 'relu backward' })).toBeVisible();
      });
  });

test('lines into the first of twenty layers keep clear of the names of the lanes', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  for (const units of [4, 8]) {
    await page.setViewportSize(windows[0]);
    const name = `of ${units}`;
    await openFile(page, fileOf('deep.json', networkFile(name, [2, ...Array(19).fill(units), 1], 8)));
    await expectOpened(page, name);
    // dW[1], from A[0] in layer 1's linear_cache.
    await goToStep(page, 120);
    for (const { width, height } of windows) {
      await page.setViewportSize({ width, height });
      await expect(heatmap(page, 'dW1', 'backward')).toHaveAttribute('data-mark', 'write');
      await expect(async () => {
        const near = await fromLaneNames(page);
        expect(near, `${units} units at ${width} by ${height}`).toBeGreaterThan(3.5);
      }).toPass({ timeout: 3_000 });
    }
  }
});

test('F zooms to the step until numbers fit, and back', async ({ page }) => {
  await open(page);
  await openFile(page, fileOf('wide.json', networkFile('wide', [2, 40, 40, 1], 40)));
  await expectOpened(page, 'wide');
  await goToStep(page, 17);
  const width = async () => (await slot(page, 1, 'activation.Z').boundingBox())!.width;
  const small = await width();
  await page.keyboard.press('f');
  await expect.poll(width).toBeGreaterThan(2 * small);
  await expect(slot(page, 1, 'activation.Z')).toBeInViewport();
  await page.keyboard.press('f');
  await expect.poll(width).toBe(small);
});
