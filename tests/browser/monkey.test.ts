import type { Page } from '@playwright/test';
import { random } from '../../src/data/random';
import { part } from '../extent';
import { seed } from '../seed';
import { expect, test } from './fixture';
import { heapAtRest } from './heap';
import { open } from './page';

/** `npm run test:monkey` does 5,000; FC_SEED draws others. */
const actions = Number(process.env.MONKEY_ACTIONS ?? part(300));

const keys = [
  'ArrowRight',
  'ArrowLeft',
  'Shift+ArrowRight',
  'Shift+ArrowLeft',
  'Home',
  'End',
  'Space',
  'Tab',
  'Tab',
  'Enter',
  'Escape',
  '?',
  'Control+z',
  'Control+z',
  'Control+y',
  'ArrowDown',
  'PageDown',
];

const texts = [
  '1',
  '2',
  '5',
  '8',
  '40',
  '300',
  '0',
  '-1',
  '3.5',
  'NaN',
  '',
  'z*tanh(z)',
  'max(0, z)',
  'sqrt(-1',
  '<b>1</b>',
];

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** What can be pressed, less what leads away from the page. */
const PRESSABLE =
  'button, [role=combobox], [role=option], [role=menuitem], summary, input, [data-tensor], textarea';

/** The middle of the one of what can be pressed and seen that a number from 0 to 1 falls on, and what it is called. */
const target = (page: Page, share: number) =>
  page.evaluate(
    ([selector, at]) => {
      const seen = [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const isIn = width > 0 && x > 0 && y > 0 && x < innerWidth && y < innerHeight;
        if (!isIn) return [];
        const called = element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30) ?? '';
        return [{ x, y, called, isField: element.matches('input:not([type=file], [type=range]), textarea') }];
      });
      return seen[Math.floor(at * seen.length)];
    },
    [PRESSABLE, share] as const,
  );

/** What is wrong with the page as it stands; undefined where nothing is. */
const flawOf = (page: Page) =>
  page.evaluate(() => {
    if (!document.querySelector('#root main')) return 'the page is blank';
    return [...document.querySelectorAll('[role=alert]')].find(({ textContent }) =>
      textContent?.includes('could not be shown'),
    )?.textContent;
  });

/** Goes back to the model and the view that the page opens on, where heaps can be compared. */
async function startAgain(page: Page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.setViewportSize(sizes[0]!);
  await page.evaluate(() => {
    window.location.hash = '#';
  });
  await page.mouse.move(0, 0);
  await expect(page.locator('main[data-step]')).toBeVisible();
  await expect.poll(() => page.workers().length, { timeout: 90_000 }).toBe(0);
}

test(`${actions} random actions leave the page whole, quiet and as light as before`, async ({ page }) => {
  test.setTimeout(120_000 + actions * 2000);
  const { uniform } = random(seed, 7);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(uniform() * of.length)]!;
  const done: string[] = [];
  page.on('filechooser', () => done.push('(a file chooser)'));
  page.on('dialog', (dialog) => void dialog.dismiss());

  const act = async (): Promise<string> => {
    const dice = uniform();
    if (dice < 0.3) {
      const key = pick(keys);
      await page.keyboard.press(key);
      return key;
    }
    if (dice < 0.32) {
      const size = pick(sizes);
      await page.setViewportSize(size);
      return `window ${size.width} wide`;
    }
    if (dice < 0.325) {
      await page.reload();
      await page.locator('main').waitFor();
      return 'reload';
    }
    if (dice < 0.38) {
      const [x, y] = [uniform() * 1400, uniform() * 880];
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, (uniform() - 0.5) * 600);
      return 'wheel';
    }
    const at = await target(page, uniform());
    if (!at) return 'nothing to press';
    await page.mouse.click(at.x, at.y);
    if (!at.isField) return `press ${at.called}`;
    const text = pick(texts);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    return `type ${text} into ${at.called}`;
  };

  await open(page);
  let light = 0;
  const warm = Math.min(100, actions / 3);
  for (let i = 0; i < actions; i++) {
    if (i === Math.round(warm)) {
      await startAgain(page);
      // Parts of the page that come later stay in the heap once they are there: no view's are to be missing before.
      for (const view of ['Learn', 'Compare', 'Activations', 'Check mine', 'Step'])
        await page.getByRole('button', { name: view, exact: true }).click();
      await startAgain(page);
      light = await heapAtRest(page);
    }
    done.push(await act());
    const flaw = await flawOf(page);
    expect(
      flaw,
      `seed ${seed}, after ${i + 1} actions, the last ${done.slice(-12).join(' · ')}`,
    ).toBeUndefined();
  }
  await startAgain(page);
  expect(await heapAtRest(page)).toBeLessThan(1.5 * light);
});
