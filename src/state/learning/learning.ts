import { isLessonName, type LessonName } from '../../lessons/names';

/** Which lesson is open, if one is, and which of its beats, counted from 1. */
export interface Learning {
  readonly lesson: LessonName | undefined;
  readonly beat: number;
}

/** The list of lessons. */
export const noLesson: Learning = { lesson: undefined, beat: 1 };

/** What an address says of lessons: `lesson=who-reads` and `beat=2`, in any place behind #. */
export function learningIn(address: string): Learning {
  const [, name = ''] = /[?&#/]lesson=([\w-]+)/.exec(address) ?? [];
  const [, beat] = /[?&#/]beat=([1-9]\d?)\b/.exec(address) ?? [];
  return isLessonName(name) ? { lesson: name, beat: Number(beat ?? 1) } : noLesson;
}

/** Whether an address asks before each step of the way back. */
export const predictsIn = (address: string): boolean => /[?&#/]predict(?![\w-])/.test(address);

/** A lesson and its beat as parts of a link; none for the list. */
export const writeLearning = ({ lesson, beat }: Learning): string[] =>
  lesson === undefined ? [] : [`lesson=${lesson}`, `beat=${beat}`];
