import type { Page } from '@playwright/test';
import { choose, fileOf, keepSwitch, openFile, openMore, type } from './controls';
import { expect, test } from './fixture';
import { smallFile } from './models';
import { open } from './page';
import { goToStep, heatmap } from './stage';

/**
 * Does to texts what the translators of browsers do, now and whenever one changes: some put an element around it,
 * others put one with a new text in its place. The words stay, so that they can be held against an untouched page's.
 */
function translate(way: 'around' | 'instead'): void {
  const touch = (text: Text): void => {
    const parent = text.parentElement;
    if (!parent || parent.tagName === 'FONT' || text.data.trim() === '') return;
    if (parent.closest('[translate="no"], script, style, title, textarea, svg')) return;
    const font = document.createElement('font');
    if (way === 'instead') font.textContent = text.data;
    text.replaceWith(font);
    if (way === 'around') font.append(text);
  };
  const touchAll = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    texts.forEach(touch);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      if (type === 'characterData') touch(target as Text);
      else
        for (const node of addedNodes)
          if (node.nodeType === Node.TEXT_NODE) touch(node as Text);
          else touchAll(node);
  }).observe(document, { subtree: true, childList: true, characterData: true });
  document.addEventListener('DOMContentLoaded', () => touchAll(document.body));
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click();

/** What a reader does, a line each. */
const story: readonly ((page: Page) => Promise<unknown>)[] = [
  ...Array.from({ length: 19 }, () => (page: Page) => page.keyboard.press('ArrowRight')),
  (page) => page.keyboard.press('Shift+ArrowLeft'),
  (page) => choose(page, 'Activation of layer 1', 'leaky_relu'),
  (page) => goToStep(page, 17),
  (page) => keepSwitch(page, 'A').click(),
  (page) => choose(page, 'Activation of layer 2', 'gelu'),
  (page) => keepSwitch(page, 'none').click(),
  (page) => heatmap(page, 'dZ1', 'backward').click(),
  (page) => page.getByRole('group', { name: 'Told of' }).getByText('Step', { exact: true }).click(),
  (page) =>
    page
      .getByRole('region', { name: 'Code' })
      .getByRole('button', { name: /^PyTorch/ })
      .click(),
  (page) => page.keyboard.press('Home'),
  (page) => page.getByRole('button', { name: 'Add a layer' }).click(),
  (page) => openMore(page, 2),
  (page) => page.getByRole('button', { name: 'Remove layer 2' }).click(),
  (page) => type(page, 'Units of layer 1', '5'),
  (page) => choose(page, 'Data', 'Iris'),
  (page) => page.keyboard.press('End'),
  (page) => view(page, 'Compare'),
  (page) => page.getByRole('button', { name: 'Add a rule' }).click(),
  (page) => choose(page, 'Rule 3', 'Checkpoints'),
  (page) => page.keyboard.press('ArrowLeft'),
  (page) => page.getByRole('button', { name: 'Remove rule 1' }).click(),
  (page) => view(page, 'Activations'),
  (page) => page.getByRole('button', { name: 'gelu Z only' }).click(),
  (page) => page.getByRole('button', { name: /^relu A/ }).click(),
  (page) => page.getByRole('button', { name: 'your own…' }).click(),
  (page) => page.getByRole('textbox', { name: 'g(z)', exact: true }).fill('z + x'),
  (page) => page.getByRole('textbox', { name: 'g(z)', exact: true }).fill('z*z'),
  (page) => view(page, 'Step'),
  (page) => openFile(page, fileOf('small.json', smallFile({ name: 'small', version: 99 }))),
  (page) => openFile(page, fileOf('small.json', smallFile({ name: 'small' }))),
  (page) => page.keyboard.press('?'),
  (page) => page.keyboard.press('Escape'),
  (page) => page.goBack(),
];

/** All that a page says, but for the cell that is pointed at, which depends on where each page's pointer is. */
const words = (page: Page) =>
  page.evaluate(() =>
    document.body.innerText.replace(/\s+/g, ' ').replace(/\S+ \S+ row \d+, column \d+ ?/g, ''),
  );

test('a page whose translator puts elements around texts, or in their place, says what an untouched page says', async ({
  page: untouched,
  context,
}) => {
  // Three pages, each of fifty views.
  test.slow();
  const translated = await Promise.all(
    (['around', 'instead'] as const).map(async (way) => {
      const page = await context.newPage();
      await page.addInitScript(translate, way);
      return { way, page };
    }),
  );
  const pages = [untouched, ...translated.map(({ page }) => page)];
  await Promise.all(pages.map((each) => open(each)));
  for (const { page } of translated) await expect(page.locator('h1 font').first()).toBeVisible();
  for (const [i, act] of story.entries()) {
    await Promise.all(
      pages.map(async (each) => {
        await act(each);
        // Away from the stage: where a drawer closes under the pointer, one page may hear of it and the other not.
        await each.mouse.move(0, 0);
      }),
    );
    await expect(async () => {
      const said = await words(untouched);
      for (const { way, page } of translated)
        expect(await words(page), `${way}, after ${i}: ${act}`).toBe(said);
    }).toPass({ timeout: 20_000 });
  }
  for (const { page } of translated) await expect(page.getByText('could not be shown')).toHaveCount(0);
});
