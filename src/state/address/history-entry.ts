import * as v from 'valibot';
import { expectedSchema } from '../../formats/model-schema';
import { type Choice, isOpened, storedChoice } from '../choice/choice';
import { readChoice } from '../choice/read';
import type { Expectation } from '../opening/expectations';
import { packed, unpacked } from '../passes/rows';

/** The most numbers that an entry carries. Browsers copy an entry each time it is renewed, and limit its size. */
const MOST_CARRIED = 1_000_000;

/** Choices too large for an entry. They last as long as the page does. */
const outsized: Choice[] = [];

/** What an entry of the browser's history carries for a choice: the choice, or where this page keeps it. */
type Entry = { choice: unknown; expected?: Expectation['tensors'] } | { page: number; kept: number };

const carried = new WeakMap<Choice, unknown>();

/** A choice as an entry carries it, its rows packed: the browser copies it at every step. */
function carriedOf(choice: Choice): unknown {
  const known = carried.get(choice) ?? packed(storedChoice(choice));
  carried.set(choice, known);
  return known;
}

/** The entry for a choice, with what its file expects; where that is too much, a reload loses it. */
export function entryOf(choice: Choice, expected?: Expectation['tensors']): Entry {
  const numbers = numbersIn(choice);
  if (numbers + numbersExpected(expected) <= MOST_CARRIED)
    return { choice: carriedOf(choice), ...(expected && { expected }) };
  if (numbers <= MOST_CARRIED) return { choice: carriedOf(choice) };
  const known = outsized.indexOf(choice);
  return { page: performance.timeOrigin, kept: known < 0 ? outsized.push(choice) - 1 : known };
}

/** The choice of an entry; undefined where the entry is none of ours, or of a page that is gone. */
export function choiceIn(entry: unknown): Choice | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  if ('kept' in entry && 'page' in entry && entry.page === performance.timeOrigin)
    return outsized[Number(entry.kept)];
  const read = readChoice('choice' in entry ? unpacked(entry.choice) : undefined);
  return read.ok ? read.value : undefined;
}

/** What an entry's file expects; undefined where the entry does not say, or is none of ours. */
export function expectedIn(entry: unknown): Expectation['tensors'] | undefined {
  const read = v.safeParse(v.object({ expected: expectedSchema }), entry);
  return read.success ? read.output.expected : undefined;
}

const numbersExpected = (expected: Expectation['tensors'] = {}): number =>
  Object.values(expected).reduce<number>(
    (sum, rows) => sum + (typeof rows === 'number' ? 1 : rows.length * rows[0]!.length),
    0,
  );

/** How many numbers came in with opened data and caches. */
function numbersIn({ data, tampered = [] }: Choice): number {
  const opened = isOpened(data) ? [data.X, data.Y, ...Object.values(data.parameters ?? {})] : [];
  const tensors = [...opened, ...tampered.flatMap((change) => ('given' in change ? [change.given] : []))];
  return tensors.reduce((sum, rows) => sum + rows.length * rows[0]!.length, 0);
}
