import { expect, type Locator, type Page } from '@playwright/test';
import { frameAt } from '../../src/core/pass/frames/frame';
import { slotKey } from '../../src/core/pass/trace';
import { lessons } from '../../src/lessons';
import { comingBack } from '../../src/lessons/again';
import type { Beat } from '../../src/lessons/lesson';
import type { LessonName } from '../../src/lessons/names';
import { type Given, judge, type Question, rightAnswer } from '../../src/lessons/questions';
import type { Seen } from '../../src/lessons/seen';
import { heldSlots } from '../../src/lessons/turn';
import { play, seenOf } from '../lessons/student';

/** By which means a student does things: each presses, chooses and types in its own way. */
export interface Hands {
  press(target: Locator): Promise<void>;
  /** Chooses one of several that are known by their first. */
  pick(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
}

/** What a student answers wrongly: a slot that is not read, all options or none of the right ones, another number. */
function wrongAnswer(question: Question, seen: Seen): Given {
  const right = rightAnswer(question, seen);
  if (question.kind === 'number') return [String(Number(right[0]) === 3 ? 5 : 3)];
  if (question.kind === 'choice') {
    const other = question.options(seen).find(({ id }) => !right.includes(id))!.id;
    return [other, ...right].slice(0, question.takes?.(seen) ?? 1);
  }
  const held = heldSlots(frameAt(seen.trace, seen.index)).map(({ slot }) => slotKey(slot));
  return [held.find((key) => !right.includes(key))!];
}

const slotOn = (page: Page, key: string): Locator => {
  const [layer, cache, slot] = key.split('.');
  return page.locator(`[data-place="cache"][data-layer="${layer}"][data-slot="${cache}.${slot}"]`);
};

const panelOf = (page: Page): Locator => page.locator('[data-lesson]');

/** Gives an answer to the question that is on, and has it judged. */
async function answer(page: Page, hands: Hands, question: Question, given: Given, seen: Seen): Promise<void> {
  const panel = panelOf(page);
  if (question.kind === 'reads') {
    for (const key of given) {
      await hands.press(slotOn(page, key));
      await expect(slotOn(page, key)).toHaveAttribute('aria-checked', 'true');
    }
    return hands.press(panel.getByRole('button', { name: /take the step/i }));
  }
  if (question.kind === 'choice') {
    const options = question.options(seen);
    for (const id of given)
      await hands.pick(
        panel.getByRole(question.many ? 'checkbox' : 'radio').nth(options.findIndex((o) => o.id === id)),
      );
    return hands.press(panel.getByRole('button', { name: question.measures ? 'Measure and see' : 'Check' }));
  }
  const field = question.range ? panel.getByRole('slider') : panel.getByRole('textbox');
  await hands.type(field, onGrid(question, given[0]!));
  return hands.press(panel.getByRole('button', { name: 'Check' }));
}

/** A number as the slider has it. */
function onGrid({ range }: Extract<Question, { kind: 'number' }>, text: string): string {
  if (!range) return text;
  const steps = Math.round((Number(text) - range.from) / range.step);
  return String(Number((range.from + steps * range.step).toFixed(6)));
}

/** Does a beat rightly or wrongly, and goes on. */
async function doBeat(page: Page, hands: Hands, beat: Beat, seen: Seen, rightly: boolean): Promise<void> {
  const panel = panelOf(page);
  const { asks, waits } = beat;
  if (waits) {
    await hands.press(panel.getByRole('button', { name: 'Show me' }));
    await expect(panel.getByText('✓ Done.')).toBeVisible();
  }
  if (asks) {
    await expect(panel).toHaveAttribute('data-asks', asks.kind);
    const given = rightly ? rightAnswer(asks, seen) : wrongAnswer(asks, seen);
    const isMeasured = asks.kind === 'choice' && asks.measures !== undefined;
    await answer(page, hands, asks, isMeasured ? ['same'] : given, seen);
    const verdict = panel.getByText(/^(?:Right\.|Not quite\.)/);
    await expect(verdict).toBeVisible({ timeout: 90_000 });
    if (!isMeasured) await expect(verdict).toHaveText(rightly ? 'Right.' : /^Not quite\./);
    // Whatever was answered, the record says why.
    for (const { says } of isMeasured ? [] : judge(asks, given, seen).notes)
      await expect(panel.getByText(says.replaceAll("'", '’'), { exact: true }).first()).toBeVisible();
    await expect(panel).not.toHaveAttribute('data-asks');
  }
  await hands.press(panel.getByRole('button', { name: 'Go on' }));
}

/** Where a lesson is while it is played: at its first beat, at one that asks or waits, at its last word. */
export type Moment = 'first' | 'asking' | 'waiting' | 'last';

/** Plays a lesson from its first beat to its last word, with one wrong answer on the way, and tells where it is. */
export async function playThrough(
  page: Page,
  name: LessonName,
  hands: Hands,
  at: (moment: Moment, beat?: Beat) => Promise<void> = async () => undefined,
): Promise<void> {
  const panel = panelOf(page);
  const missed: Beat[] = [];
  const played = play(lessons[name]);
  await at('first');
  let wasAsked = false;
  for (const [i, { beat, seen, network }] of played.slice(0, -1).entries()) {
    await expect(panel).toHaveAttribute('data-beat', String(i + 1));
    if (beat.asks || beat.waits) await at(beat.asks ? 'asking' : 'waiting', beat);
    if (beat.asks && !wasAsked) {
      wasAsked = true;
      await doBeat(page, hands, beat, seen, false);
      missed.push(comingBack(beat, network));
    } else await doBeat(page, hands, beat, seen, true);
  }
  for (const beat of missed)
    await doBeat(page, hands, beat, seenOf(beat.scene!.network!, beat.scene?.at ?? 'start'), true);
  await expect(panel.getByRole('button', { name: 'All lessons' })).toBeVisible();
  await at('last');
}
