import type { Seen } from '../seen';
import { type ChoiceQuestion, choice } from './choice';
import type { Given, Judgement, Kind } from './kind';
import { type NumberQuestion, number } from './number';
import { asksReads, type ReadsQuestion, reads } from './reads';

export type { ChoiceQuestion, Measures, Option } from './choice';
export { sizeKey } from './choice';
export type { Given, Judgement, Note } from './kind';
export { NONE, type NumberQuestion, readNumber } from './number';
export type { ReadsQuestion } from './reads';

/** Anything that can be asked. */
export type Question = ReadsQuestion | ChoiceQuestion | NumberQuestion;

/** Every kind of question. To add one is to add it here. */
const kinds = { reads, choice, number } satisfies {
  [K in Question['kind']]: Kind<Extract<Question, { kind: K }>>;
};

/** The names of all kinds of questions. */
export const questionKinds = Object.keys(kinds) as Question['kind'][];

// A question and its kind belong together by their name, which the compiler can't follow through a lookup.
const kindOf = ({ kind }: Question) => kinds[kind] as Kind<Question>;

/** The right answer to a question, worked out from the record. */
export const rightAnswer = (question: Question, seen: Seen): Given => kindOf(question).right(question, seen);

/** An answer, judged by the record. */
export const judge = (question: Question, given: Given, seen: Seen): Judgement =>
  kindOf(question).judge(question, given, seen);

/** What is asked, in words. */
export function askedIn(question: Question, seen: Seen): string {
  if (question.kind === 'reads') return asksReads(question, seen);
  const { ask } = question;
  return typeof ask === 'string' ? ask : ask(seen);
}
