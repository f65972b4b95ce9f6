import type { Page } from '@playwright/test';
import { choose, expectOpened, fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { networkFile, smallFile } from './models';
import { arrive, open } from './page';
import { goToStep, heatmap, sentence, slot } from './stage';

/** The networks that everything on the stage has its room in, by how they are opened. */
/** Opens a network, and waits until it is what the page shows. */
async function opened(page: Page, name: string, network: unknown): Promise<void> {
  await openFile(page, fileOf(`${name}.json`, network));
  await expectOpened(page, name);
}

const networks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the first one': async () => {},
  'the first one, keeping Z and A in layer 1 and nothing in layer 2': async (page) => {
    await choose(page, 'Kept by layer 1', 'Z + A');
    await choose(page, 'Kept by layer 2', 'none');
  },
  'one of six layers': (page) => opened(page, 'six', networkFile('six', [4, 8, 6, 6, 5, 4, 1], 8)),
  'one with batch norm and dropout': (page) =>
    opened(
      page,
      'regularised',
      smallFile({
        version: 2,
        name: 'regularised',
        layers: [
          {
            units: 3,
            activation: 'relu',
            batch_norm: { epsilon: 1e-5, keep: 'normalised' },
            dropout: { keep_prob: 0.8, keep: 'mask', seed: 1 },
          },
          { units: 1, activation: 'sigmoid' },
        ],
      }),
    ),
  'one with 40 units and 60 examples': (page) =>
    opened(page, 'wide', networkFile('wide', [2, 40, 40, 1], 60)),
};

/** Names of tensors and titles of caches that lie over each other, and lines of reads that run through names. */
const collisions = (page: Page) =>
  page.evaluate(() => {
    const picture = document.querySelector('[data-picture]')!;
    const shrunk = ({ left, top, right, bottom }: DOMRect, by: number) => ({
      left: left + by,
      top: top + by,
      right: right - by,
      bottom: bottom - by,
    });
    const texts = Array.from(
      picture.querySelectorAll('[data-drawn="name"], [data-drawn="cache"], [data-drawn="remark"]'),
      (element) => ({
        text: element.textContent ?? '',
        sign: element.getAttribute('data-drawn'),
        // The line is higher than its letters.
        box: shrunk(element.getBoundingClientRect(), 1.5),
      }),
    ).filter(({ text }) => text.trim() !== '');
    const meets = (a: ReturnType<typeof shrunk>, b: ReturnType<typeof shrunk>) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const labels = texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => (meets(a.box, b.box) ? [`${a.text} and ${b.text}`] : [])),
    );
    const lines = Array.from(picture.querySelectorAll<SVGPathElement>('path[data-drawn="reads"]')).flatMap(
      (path) => {
        const { left, top } = path.ownerSVGElement!.getBoundingClientRect();
        const length = path.getTotalLength();
        const points = Array.from({ length: 200 }, (_, i) => path.getPointAtLength((length * i) / 199));
        return texts.flatMap(({ text, sign, box }) =>
          sign === 'name' &&
          points.some(
            ({ x, y }) =>
              x + left > box.left && x + left < box.right && y + top > box.top && y + top < box.bottom,
          )
            ? [`a line through ${text}`]
            : [],
        );
      },
    );
    return [...labels, ...lines];
  });

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
    const { width, height } = (await heatmap(page, 'Z1', 'forward').boundingBox())!;
    expect(width / 8).toBeGreaterThanOrEqual(21);
    expect(height / 4).toBeGreaterThanOrEqual(12);
  });
});

for (const width of [780, 900, 970, 1024])
  test(`the question stands whole beside its ways on, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await arrive(page);
    await expect(page.getByRole('button', { name: 'Find out in a lesson' })).toBeInViewport({ ratio: 1 });
    const strip = (await page.getByRole('region', { name: 'Step', exact: true }).boundingBox())!;
    const question = (await sentence(page).boundingBox())!;
    expect(question.y).toBeGreaterThanOrEqual(strip.y);
    expect(question.y + question.height).toBeLessThanOrEqual(strip.y + strip.height);
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

for (const [name, prepare] of Object.entries(networks))
  test(`the sentence stands still, and no name or line is in another’s way, over all steps of ${name}`, async ({
    page,
  }) => {
    // What is on its way into a slot passes over names.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await prepare(page);
    const slider = page.getByRole('slider', { name: 'Step', exact: true });
    const last = Number(await slider.getAttribute('max'));
    const places = new Set<string>();
    for (let step = 0; step <= last; step++) {
      await goToStep(page, step);
      await expect(sentence(page)).toHaveText(/\w/);
      const { x, y, width } = (await sentence(page).boundingBox())!;
      places.add([x, y, width].map(Math.round).join());
      const below = (await page.getByRole('group', { name: 'Told of' }).boundingBox())!;
      places.add(`below ${Math.round(below.y)}`);
      expect(await collisions(page), `step ${step}`).toEqual([]);
    }
    expect([...places]).toHaveLength(2);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const layer of [1, 2, 3])
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
});
