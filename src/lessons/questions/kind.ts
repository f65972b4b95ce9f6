import type { Seen } from '../seen';

/** An answer: keys of slots, ids of options, or a number as it was typed. */
export type Given = readonly string[];

/** What is said of one thing that was answered, or should have been. */
export interface Note {
  readonly mark: 'right' | 'missed' | 'mistaken';
  /** The slot, option or number that it is about. */
  readonly of: string;
  readonly says: string;
}

/** An answer, judged by the record. */
export interface Judgement {
  readonly isRight: boolean;
  readonly notes: readonly Note[];
}

/** A kind of question: what the record answers, and what it says of an answer. */
export interface Kind<Q> {
  /** The right answer, worked out from the record. */
  right(question: Q, seen: Seen): Given;
  judge(question: Q, given: Given, seen: Seen): Judgement;
}

/** A judgement of notes: right where nothing was missed and nothing mistaken. */
export const judgementOf = (notes: readonly Note[]): Judgement => ({
  isRight: notes.every(({ mark }) => mark === 'right'),
  notes,
});
