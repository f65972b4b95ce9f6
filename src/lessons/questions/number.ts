import { inWords } from '../../explain/numbers';
import type { Seen } from '../seen';
import { judgementOf, type Kind } from './kind';

/** The answer that there is no such number. */
export const NONE = 'none';

/** A number, worked out from the record. */
export interface NumberQuestion {
  readonly kind: 'number';
  readonly ask: string | ((seen: Seen) => string);
  readonly unit?: string;
  /** The number; undefined where there is none, which can be said only if `none` offers it. */
  right(seen: Seen): number | undefined;
  /** Why it is that number. */
  why(seen: Seen): string;
  /** What an answer of the student's own leads to, where there is something to say of it. */
  tells?(value: number, seen: Seen): string;
  /** How far an answer may be off, as a part of it; not at all where this is left out. */
  readonly near?: number;
  /** Where there is not one right number: which others do as well. */
  accepts?(value: number, seen: Seen): boolean;
  /** How to say that there is no such number. */
  readonly none?: string;
  /** Where a slider leads; without it the number is typed. */
  readonly range?: { readonly from: number; readonly to: number; readonly step: number };
  /** What is shown beside the number while it is chosen. */
  live?(value: number, seen: Seen): string;
}

/** The number that a text stands for, with a real minus or grouped; undefined where it is none. */
export function readNumber(text = ''): number | undefined {
  const plain = text
    .trim()
    .replace('−', '-')
    .replace(/,(?=\d{3}\b)/g, '');
  return plain === '' || !Number.isFinite(Number(plain)) ? undefined : Number(plain);
}

function isAccepted(question: NumberQuestion, given: string | undefined, seen: Seen): boolean {
  const right = question.right(seen);
  if (given === NONE || right === undefined) return given === NONE && right === undefined;
  const value = readNumber(given);
  if (value === undefined) return false;
  const { near = 0, range } = question;
  const room = Math.max(near * Math.abs(right), near > 0 ? (range?.step ?? 0) : 0);
  return Math.abs(value - right) <= room || (question.accepts?.(value, seen) ?? false);
}

/** Questions for a number. */
export const number: Kind<NumberQuestion> = {
  right(question, seen) {
    const right = question.right(seen);
    return [right === undefined ? NONE : String(right)];
  },
  judge(question, given, seen) {
    const right = question.right(seen);
    const unit = question.unit ? ` ${right === 1 ? question.unit.replace(/s$/, '') : question.unit}` : '';
    const shown = right === undefined ? question.none : `${inWords(right)}${unit}`;
    if (isAccepted(question, given[0], seen))
      return judgementOf([{ mark: 'right', of: given[0]!, says: question.why(seen) }]);
    const value = readNumber(given[0]);
    const told = (value !== undefined && question.tells?.(value, seen)) || '';
    const its = value === undefined ? 'It is' : `You said ${inWords(value)}; it is`;
    return judgementOf([
      { mark: 'mistaken', of: given[0] ?? '', says: `${told} ${its} ${shown}. ${question.why(seen)}`.trim() },
    ]);
  },
};
