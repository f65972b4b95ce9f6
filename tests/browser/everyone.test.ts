import type { Page } from '@playwright/test';
import { expectOpened, fileOf, openFile } from './controls';
import { expect, test } from './fixture';
import { networkFile } from './models';
import { expectNoOverflow, open, settled } from './page';
import { goToStep, heatmap, sentence, slot } from './stage';
import { windowsFrom } from './windows';

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name });

/** Does something in each view of the page. */
async function inEachView(page: Page, what: (name: string) => Promise<void>): Promise<void> {
  for (const name of ['Step', 'Compare', 'Activations']) {
    await view(page, name).click();
    await page.locator('main[data-step], main[data-view]').waitFor();
    await what(name);
  }
}

test('with colours picked by the system, hatches, the legend and the line of now are still seen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  await page.keyboard.press('End');
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  expect(await style('[data-drawn="unread"]', 'background-image')).toContain('gradient');
  expect(await style('[data-ramp]', 'background-image')).toContain('gradient');
  const [canvas, text] = await page.evaluate(() =>
    ['Canvas', 'CanvasText'].map((name) => {
      const probe = document.createElement('i');
      probe.style.color = name;
      document.body.append(probe);
      return getComputedStyle(probe).color;
    }),
  );
  expect(await style('[data-now]', 'background-color')).not.toBe(canvas);
  expect(await style('button[aria-pressed="true"]', 'outline-style')).toBe('solid');
  // Where the line has gaps, what is left of it is a gradient.
  await goToStep(page, 7);
  await expect.poll(() => style('[data-now]', 'background-image')).toContain(`gradient(${text}`);
});

for (const [what, width, height] of [
  ['320 pixels wide', 320, 640],
  ['enlarged to 400%', 320, 225],
  ['enlarged to 400%, and wide', 560, 200],
] as const)
  test(`a window ${what} shows the content, and nothing of the page stands in its way`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await inEachView(page, async (name) => {
      await expectNoOverflow(page);
      const covered = await page.evaluate(() =>
        Array.from(document.querySelectorAll<HTMLElement>('body *'))
          .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
          .map((element) => element.getBoundingClientRect())
          .filter(({ width, height }) => width > 100 && height > 1)
          .reduce((sum, { height }) => sum + height, 0),
      );
      expect(covered, name).toBeLessThan(height / 3);
    });
  });

for (const [width, height] of [
  [320, 256],
  [560, 200],
] as const)
  test(`a page that is enlarged to 400% scrolls until what is read fills the window, and its sentence is whole, at ${width} by ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const words = page.getByRole('region', { name: 'Step', exact: true }).locator('p:visible');
    const isCut = (texts: Element[]) =>
      texts.flatMap((text) => {
        const strip = text.closest('section')!.getBoundingClientRect();
        const { top, bottom } = text.getBoundingClientRect();
        return top < strip.top || bottom > strip.bottom ? [text.textContent] : [];
      });
    expect(await words.evaluateAll(isCut)).toEqual([]);
    await heatmap(page, 'Z1', 'cache').evaluate((read) => read.scrollIntoView({ block: 'center' }));
    await expect(page.getByRole('banner')).not.toBeInViewport();
    await expect(heatmap(page, 'Z1', 'cache')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('region', { name: 'Stage', exact: true })).toBeInViewport({ ratio: 0.7 });
  });

test('the size of letters that a reader has chosen in the browser is followed', async ({ page, context }) => {
  await open(page);
  const sizes = () =>
    page.evaluate(() =>
      [document.body, ...document.querySelectorAll('button, h1')].map((element) =>
        Number.parseFloat(getComputedStyle(element).fontSize),
      ),
    );
  const before = await sizes();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 20 } });
  await expect.poll(async () => (await sizes())[0]).toBe(before[0]! * 1.25);
  const after = await sizes();
  const grown = after.filter((size, i) => Math.abs(size - before[i]! * 1.25) < 0.01).length;
  expect(grown / after.length).toBeGreaterThan(0.9);
  await expectNoOverflow(page);
});

test('all that can be pressed is at least 24 by 24', async ({ page }) => {
  const small = () =>
    page.evaluate(() =>
      Array.from(
        document.querySelectorAll<HTMLElement>('button, input, select, summary, a[href], [role="combobox"]'),
      )
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        // What is there for readers alone is a pixel.
        .filter(({ box }) => box.width > 1 && box.height > 1)
        .filter(({ element }) => !element.matches('p a, li a'))
        // A box is pressed by its label.
        .map(({ element, box }) => ({
          element,
          box: (!element.matches('[type=range]') && element.closest('label')?.getBoundingClientRect()) || box,
        }))
        .filter(({ box }) => box.width < 23.9 || box.height < 23.9)
        .map(
          ({ element, box }) =>
            `${element.getAttribute('aria-label') ?? element.textContent}: ${box.width.toFixed(1)} by ${box.height.toFixed(1)}`,
        ),
    );
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await open(page);
    await goToStep(page, 17);
    await settled(page);
    await inEachView(page, async (name) => {
      expect(await small(), `${name} at ${size.width}`).toEqual([]);
    });
  }
});

test('the first stop of the keyboard leads to the stage, and the address stays a link to the model', async ({
  page,
}) => {
  await open(page);
  const address = page.url();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to the stage' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Stage' }).locator(':focus')).toHaveCount(1);
  expect(page.url()).toBe(address);
});

test('whatever a press takes away, the focus never falls back to the page', async ({ page }) => {
  await open(page);
  const press = async (name: string | RegExp, key = 'Enter') => {
    const button = page.getByRole('button', { name, exact: true }).first();
    await button.focus();
    await page.keyboard.press(key);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: `after ${name}` })
      .not.toBe('BODY');
  };
  await press('Take the first step');
  await press('Last step');
  await press('First step');
  await press('Share');
  await press('Dismiss');
  await view(page, 'Compare').focus();
  await page.keyboard.press('Enter');
  await press('Add a rule');
  await press('Remove rule 3');
  await press('Run both');
  await press('Stop');
  await view(page, 'Step').focus();
  await page.keyboard.press('Enter');
  await goToStep(page, 17);
  await heatmap(page, 'Z1', 'forward').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Cell' })).toBeVisible();
  await page.getByRole('region', { name: 'Cell' }).getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Cell' })).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

test('numbers that are none never reach an attribute of a drawing', async ({ page }) => {
  await open(page);
  await openFile(
    page,
    fileOf('odd.json', {
      ...networkFile('odd', [2, 3, 1], 3),
      X: [
        [1e38, -1e38, 3e38],
        [0, 0, 0],
      ],
    }),
  );
  await expectOpened(page, 'odd');
  const odd = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('svg, svg *')).flatMap((element) =>
        Array.from(element.attributes)
          .filter(({ value }) => /NaN|Infinity|undefined/.test(value))
          .map(({ name, value }) => `${element.tagName} ${name}="${value}"`),
      ),
    );
  await page.keyboard.press('End');
  await inEachView(page, async (name) => {
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    expect(await odd(), name).toEqual([]);
  });
  await page.getByRole('button', { name: 'your own…' }).click();
  for (const formula of ['exp(exp(z))', '1/z', 'log(z)', 'sqrt(z)']) {
    await page.getByRole('textbox', { name: 'g(z)', exact: true }).fill(formula);
    await expect(
      page.getByRole('region', { name: 'Your own activation' }).getByRole('status'),
    ).not.toBeEmpty();
    expect(await odd(), formula).toEqual([]);
  }
});

test('a sheet of paper has the stage and the sentence, in one page, from windows of every kind', async ({
  page,
}) => {
  for (const size of windowsFrom(0)) {
    await page.setViewportSize(size);
    await open(page);
    await goToStep(page, 17);
    await settled(page);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), `${size.width} wide`).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(slot(page, 1, 'activation.Z')).toBeVisible();
    await expect(sentence(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next step' })).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await page.emulateMedia({ media: null });
  }
  await expect(page.getByRole('button', { name: 'Next step' })).toBeVisible();
});

test('a view without a stage is printed as it is read', async ({ page }) => {
  await open(page);
  for (const [name, says] of [
    ['Activations', 'The slope against the output'],
    ['Check mine', 'Bring the arrays of your own code'],
    ['Learn', 'Each lesson settles one claim'],
  ] as const) {
    await view(page, name).click();
    const part = page.locator('main').getByText(says).first();
    await expect(part).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(part).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Views' })).toHaveCount(0);
    const hidden = await page.evaluate(() => {
      const main = document.querySelector('main')!;
      return main.scrollHeight - main.clientHeight;
    });
    expect(hidden, `${name} is cut off`).toBeLessThanOrEqual(1);
    await page.emulateMedia({ media: null });
  }
});
