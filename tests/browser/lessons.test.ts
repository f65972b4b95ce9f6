import type { Locator, Page } from '@playwright/test';
import { lessons } from '../../src/lessons';
import type { Beat } from '../../src/lessons/lesson';
import { lessonNames } from '../../src/lessons/names';
import { covering, isWhole } from '../extent';
import { violations } from './axe';
import { expect, test } from './fixture';
import { arrive, expectNoOverflow, open, turn } from './page';
import { type Hands, type Moment, playThrough } from './student';
import { themes } from './windows';

const pointer: Hands = {
  press: (target) => target.click(),
  pick: (target) => target.check(),
  type: (target, text) => target.fill(text),
};

const finger: Hands = { ...pointer, press: (target) => target.tap(), pick: (target) => target.tap() };

/** A keyboard: whatever it is to do something with, it comes to by Tab. */
const keyboard = (page: Page): Hands => {
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const tabTo = async (target: Locator) => {
    await target.waitFor();
    for (let i = 0; i < 120 && !(await isFocused(target)); i++) await page.keyboard.press('Tab');
    expect(await isFocused(target)).toBe(true);
  };
  return {
    async press(target) {
      await tabTo(target);
      await page.keyboard.press('Space');
    },
    async pick(target) {
      if ((await target.getAttribute('type')) !== 'radio') {
        await tabTo(target);
        return page.keyboard.press('Space');
      }
      // Radio buttons are one stop, in which arrows go on.
      const first = target.page().locator('[data-lesson]').getByRole('radio').first();
      await tabTo(first);
      await page.keyboard.press('Space');
      for (let i = 0; i < 12 && !(await target.isChecked()); i++) await page.keyboard.press('ArrowDown');
    },
    async type(target, text) {
      await tabTo(target);
      if ((await target.getAttribute('type')) !== 'range') return page.keyboard.type(text);
      await page.keyboard.press('Home');
      const [from, step] = await target.evaluate((slider: HTMLInputElement) =>
        [slider.min, slider.step].map(Number),
      );
      for (let i = 0; i < Math.round((Number(text) - from!) / step!); i++)
        await page.keyboard.press('ArrowRight');
    },
  };
};

/** Opens a word of a lesson, reads what it means, and is back where it stands. */
async function lookUp(page: Page, { press }: Hands): Promise<void> {
  const word = page.locator('[data-lesson]').getByRole('button', { name: 'slots', exact: true });
  await press(word);
  const card = page.getByRole('dialog', { name: 'slot' });
  await expect(card).toContainText('One named place in a cache.');
  await expect(card).toBeInViewport({ ratio: 1 });
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(word).toBeFocused();
}

/** The control of the card on which a beat has its layer changed, if it has. */
function cardOf(beat: Beat | undefined): string | undefined {
  const layer = beat?.scene?.focus?.layer;
  return beat?.waits?.help.network && layer !== undefined ? `Kept by layer ${layer}` : undefined;
}

/** What a lesson has its student do: answer questions of these kinds, and something on the page that it waits for. */
const doing = (name: keyof typeof lessons): string[] =>
  lessons[name].beats.flatMap(({ asks, waits }) => [
    ...(asks ? [asks.kind] : []),
    ...(waits ? ['what it waits for'] : []),
  ]);

/**
 * The lessons, each in each of three ways. `npm test` plays as many as have all that there is to do done in each way; that
 * every lesson leads to its last word is held without a browser.
 */
const played = covering(
  lessonNames.flatMap((name) =>
    (['by pointer', 'by keyboard', 'by touch'] as const).map((way) => [name, way] as const),
  ),
  ([name, way]) => [
    // In it a word is looked up.
    name === 'who-reads' && way === 'by touch',
    ...['reads', 'choice', 'number', 'what it waits for'].map((what) => doing(name).includes(what) && way),
  ],
);

const namesOf = (way: (typeof played)[number][1]) =>
  played.filter(([, each]) => each === way).map(([name]) => name);

/** Lessons in which each kind of question is asked, and one in which it is not. */
const asking = covering(lessonNames, (name) => {
  const asked = lessons[name].beats.flatMap(({ asks }) => (asks ? [asks.kind] : []));
  return (['reads', 'choice', 'number'] as const).map((kind) => asked.includes(kind));
});

for (const name of namesOf('by pointer'))
  test(`the lesson ${name} is played to its end by pointer, and has no flaw of access`, async ({ page }) => {
    await open(page, `./#lesson=${name}`);
    const looked = new Set<Moment>();
    await playThrough(page, name, pointer, async (moment) => {
      await expectNoOverflow(page);
      if (looked.has(moment)) return;
      looked.add(moment);
      // Every moment in one theme or the other in npm test.
      for (const theme of isWhole ? themes : [themes[looked.size % 2]!]) {
        await turn(page, theme);
        expect(await violations(page), `${moment}, ${theme}`).toEqual([]);
      }
    });
  });

for (const name of namesOf('by keyboard'))
  test(`the lesson ${name} is played to its end by keyboard alone`, async ({ page }) => {
    await open(page, `./#lesson=${name}`);
    await playThrough(page, name, keyboard(page));
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const name of namesOf('by touch'))
    test(`the lesson ${name} is played to its end by touch, and nothing has to be scrolled to be answered`, async ({
      page,
    }) => {
      await open(page, `./#lesson=${name}`);
      let lookedUp = false;
      await playThrough(page, name, finger, async (moment, beat) => {
        await expectNoOverflow(page);
        const card = cardOf(beat);
        if (card) await expect(page.getByRole('combobox', { name: card })).toBeInViewport({ ratio: 1 });
        if (moment !== 'asking') return;
        if (beat?.covers)
          await expect(
            page.locator('[data-place="cache"], [data-drawn="badge"]').filter({ visible: true }),
          ).toHaveCount(0);
        const confirm = page
          .locator('[data-lesson]')
          .getByRole('button', { name: /take the step|Check|Measure/i });
        await expect(confirm).toBeInViewport({ ratio: 1 });
        await expect(page.locator('[data-lesson] h2')).toBeInViewport({ ratio: 1 });
        if (name === 'who-reads' && !lookedUp) await lookUp(page, finger);
        lookedUp = true;
      });
    });
});

test.describe('whoever arrives with the question', () => {
  test('is led by one button to the lesson that answers it, and by the list too', async ({ page }) => {
    await arrive(page);
    await page.getByRole('button', { name: 'Find out in a lesson' }).click();
    const panel = page.locator('[data-lesson="who-reads"]');
    await expect(panel).toHaveAttribute('data-asks', 'reads');
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Learn' }).click();
    await page.getByRole('button', { name: /^Find out in \d minutes$/ }).click();
    await expect(panel).toHaveAttribute('data-beat', '1');
  });
});

test.describe('leaving and coming back', () => {
  test('a lesson is left for the student’s own network, at its step', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Last step' }).click();
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Learn' }).click();
    await page.getByRole('button', { name: /In which cache is which/ }).click();
    await expect(page.locator('[data-lesson="caches"]')).toBeVisible();
    await page.getByRole('button', { name: 'leave' }).click();
    await expect(page.locator('main')).toHaveAttribute('data-step', '19');
  });

  test('a beat survives a reload, and its words are explained by pointer and by keyboard', async ({
    page,
  }) => {
    await open(page, './#lesson=who-reads&beat=2');
    await expect(page.locator('[data-lesson]')).toHaveAttribute('data-beat', '2');
    await page.reload();
    await expect(page.locator('[data-lesson="who-reads"]')).toHaveAttribute('data-beat', '2');
    await lookUp(page, pointer);
    await lookUp(page, keyboard(page));
  });
});

test.describe('predicting the student’s own network', () => {
  test('asks before each step of the way back, tells why, and keeps the score', async ({ page }) => {
    await open(page, './#predict');
    await page.getByRole('button', { name: 'Previous step' }).click();
    const predict = page.getByRole('region', { name: 'Predict' });
    await expect(predict).toHaveAttribute('data-asks', 'reads');
    await expect(page.locator('[data-mark]')).toHaveCount(0);
    await page.locator('[data-slot="activation.Z"][data-layer="1"]').click();
    await predict.getByRole('button', { name: 'Take the step and see' }).click();
    await expect(predict.getByText('Right.', { exact: true })).toBeVisible();
    await expect(page.locator('[data-slot="activation.Z"][data-layer="1"]')).toHaveAttribute(
      'data-answer',
      'right',
    );
    await expect(predict.getByText('1 of 1')).toBeVisible();
    await page.getByRole('button', { name: 'Previous step' }).click();
    await page.locator('[data-slot="linear.b"][data-layer="1"]').click();
    await predict.getByRole('button', { name: 'Take the step and see' }).click();
    await expect(predict.getByText(/relu backward did not read b\[1\]/)).toBeVisible();
    await expect(predict.getByText('1 of 2')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test('is off until it is asked for, and stands in the link', async ({ page }) => {
    await open(page);
    await expect(page.getByRole('region', { name: 'Predict' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Predict' }).click();
    await expect(page.getByRole('region', { name: 'Predict' })).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.location.hash)).toContain('/predict');
  });
});

test.describe('in the frame of a course’s site', () => {
  test.use({ viewport: { width: 760, height: 520 } });

  for (const name of asking)
    test(`every question of ${name} can be answered without a scroll`, async ({ page }) => {
      for (const [i, { asks }] of lessons[name].beats.entries()) {
        if (!asks) continue;
        await open(page, `./?${i}#lesson=${name}&beat=${i + 1}&hide=header,editor,inspector,code,checks`);
        const panel = page.locator(`[data-lesson="${name}"]`);
        await expect(panel).toHaveAttribute('data-asks', asks.kind);
        await expectNoOverflow(page);
        for (const control of await panel.locator('input').all())
          await expect(control).toBeInViewport({ ratio: 1 });
        const confirm = panel.getByRole('button', { name: /take the step|Check|Measure/i });
        await expect(confirm).toBeInViewport({ ratio: 1 });
        await expect(page.getByRole('slider', { name: 'Step' })).toBeInViewport({ ratio: 1 });
      }
    });

  test('a question stands whole, with its stage and the player', async ({ page }) => {
    await open(page, './#lesson=who-reads&beat=2&hide=header,editor,inspector,code,checks');
    const panel = page.locator('[data-lesson="who-reads"]');
    await expect(panel).toHaveAttribute('data-asks', 'reads');
    await expectNoOverflow(page);
    await expect(panel.getByRole('button', { name: /take the step/ })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('[data-slot="activation.Z"][data-layer="2"]')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('slider', { name: 'Step' })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('header')).toHaveCount(0);
  });
});
