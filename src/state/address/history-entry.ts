import * as v from 'valibot';
import { expectedSchema } from '../../formats/model/model-schema';
import { type Choice, isOpened, storedChoice } from '../choice/choice';
import { readChoice } from '../choice/read';
import { type Expectation, nothing } from '../opening/expectations';
import { packed, unpacked } from '../passes/rows';
import { dataOf, isKept, keepData } from './large-data';

/** The most numbers that an entry carries. Browsers copy an entry each time it is replaced, and limit its size. */
const MOST_CARRIED = 1_000_000;

/** From so many on, an entry carries them only until they are kept elsewhere: each step has all of them copied. */
const MANY = 20_000;

/** Choices that entries do not carry. They last as long as the page does. */
const outsized: Choice[] = [];

/** A choice without its data, and the key under which the data is kept. */
interface Parted {
  readonly rest: unknown;
  readonly data: string;
}

/**
 * What an entry of the browser's history carries for a choice: the choice; or where this page keeps it and, for a later
 * page, the choice without its data.
 */
type Entry =
  | { choice: unknown; expected?: Expectation }
  | ({ page: number; kept: number; expected?: Expectation } & Partial<Parted>);

const carried = new WeakMap<Choice, unknown>();

/** A choice as an entry carries it, its rows packed: the browser copies it at every step. */
function carriedOf(choice: Choice): unknown {
  const known = carried.get(choice) ?? packed(storedChoice(choice));
  carried.set(choice, known);
  return known;
}

/** A choice in two parts; undefined where what a file put into its caches is too much as well. */
function partsOf(choice: Choice): Parted | undefined {
  const { data, ...rest } = choice;
  if (
    !isOpened(data) ||
    numbersOfChoice(choice) - numbersOfChoice({ ...choice, tampered: [] }) > MOST_CARRIED
  )
    return undefined;
  return { rest: packed({ ...storedChoice({ ...rest, data }), data: undefined }), data: keepData(data) };
}

/** The entry for a choice, with what its file expects; where that is too much, a reload loses it. */
export function entryOf(choice: Choice, expectation?: Expectation): Entry {
  const numbers = numbersOfChoice(choice);
  const { tensors, sources } = expectation ?? nothing;
  const others = numbersExpected(tensors);
  const expected = expectation && { expected: { tensors, sources } };
  if (numbers > MANY && others <= MANY) {
    const parts = partsOf(choice);
    if (parts && isKept(parts.data)) return { ...outsizedEntry(choice, parts), ...expected };
  }
  if (numbers + others <= MOST_CARRIED) return { choice: carriedOf(choice), ...expected };
  if (numbers <= MOST_CARRIED) return { choice: carriedOf(choice) };
  return outsizedEntry(choice, partsOf(choice));
}

/** The entry for a choice that this page keeps, and that a later page puts together from its parts. */
function outsizedEntry(choice: Choice, parts: Parted | undefined): Entry {
  const known = outsized.indexOf(choice);
  const kept = known < 0 ? outsized.push(choice) - 1 : known;
  return { page: performance.timeOrigin, kept, ...parts };
}

/** The choice of an entry; undefined where the entry is none of ours, or of a page that is gone. */
export function choiceIn(entry: unknown): Choice | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  if ('kept' in entry && 'page' in entry && entry.page === performance.timeOrigin)
    return outsized[Number(entry.kept)];
  const read = readChoice('choice' in entry ? unpacked(entry.choice) : undefined);
  return read.ok ? read.value : undefined;
}

/** The choice of an entry whose data an earlier page kept, once it is there; undefined where the entry is none of those. */
export function laterChoiceIn(entry: unknown): Promise<Choice | undefined> | undefined {
  const read = v.safeParse(v.object({ rest: v.unknown(), data: v.string() }), entry);
  if (!read.success) return undefined;
  const { rest, data: key } = read.output;
  return dataOf(key).then((data) => {
    if (!data) return undefined;
    const choice = readChoice({ ...unpacked<object>(rest), data });
    // The data itself and not a copy: edits tell by its identity that it is the same.
    return choice.ok ? { ...choice.value, data } : undefined;
  });
}

const expectationSchema = v.object({ tensors: expectedSchema, sources: v.array(v.string()) });

/** What an entry's file expects; undefined where the entry does not say, or is none of ours. */
export function expectedIn(entry: unknown): Expectation | undefined {
  const read = v.safeParse(v.object({ expected: expectationSchema }), entry);
  return read.success ? read.output.expected : undefined;
}

const numbersExpected = (expected: Expectation['tensors']): number =>
  Object.values(expected).reduce<number>(
    (sum, rows) => sum + (typeof rows === 'number' ? 1 : rows.length * rows[0]!.length),
    0,
  );

/** How many numbers came in with opened data and caches. */
function numbersOfChoice({ data, tampered = [] }: Choice): number {
  const opened = isOpened(data) ? [data.X, data.Y, ...Object.values(data.parameters ?? {})] : [];
  const tensors = [...opened, ...tampered.flatMap((change) => ('given' in change ? [change.given] : []))];
  return tensors.reduce((sum, rows) => sum + rows.length * rows[0]!.length, 0);
}
