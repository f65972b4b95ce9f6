import type { Opened } from '../choice/schema';
import { packed, unpacked } from '../passes/rows';

/** How many files' data are kept at most: the latest ones. */
const MOST_KEPT = 16;

/** The data that this page has, by the key under which it is kept. */
const byKey = new Map<string, Opened>();

/** The keys of data that has the same X: an edit makes other data of the same rows. */
const keysOf = new WeakMap<Opened['X'], string[]>();

/** The keys of data that the browser has stored by now. */
const kept = new Set<string>();

/** Whether a later page would find data under a key. */
export const isKept = (key: string): boolean => kept.has(key);

const library = () => import('idb-keyval');

/** Remembers data and its key. */
function know(key: string, data: Opened): void {
  byKey.set(key, data);
  keysOf.set(data.X, [...(keysOf.get(data.X) ?? []), key]);
}

const rowsOf = ({ X, Y, parameters = {} }: Opened): readonly unknown[] => [
  X,
  Y,
  ...Object.values(parameters),
];

/** Whether data has the same rows, by identity: to compare the numbers would take long. */
function areSame(a: Opened, b: Opened): boolean {
  const [rows, others] = [rowsOf(a), rowsOf(b)];
  return a.name === b.name && rows.length === others.length && rows.every((each, i) => each === others[i]);
}

/** Writes data, and takes away what was kept longest ago. */
async function write(key: string, data: Opened): Promise<void> {
  const { set, keys: allKeys, delMany } = await library();
  await set(key, packed(data));
  kept.add(key);
  const all = (await allKeys()).filter((each) => typeof each === 'string').sort();
  const old = all.slice(0, -MOST_KEPT);
  for (const each of old) kept.delete(each);
  await delMany(old);
}

/**
 * Keeps data that entries of the history can't hold, or only at a cost, once however often the model is edited, and returns
 * its key; later keys sort last. In a browser that stores nothing, it is kept as long as the page lives.
 */
export function keepData(data: Opened): string {
  const known = keysOf.get(data.X)?.find((key) => areSame(byKey.get(key)!, data));
  if (known !== undefined) return known;
  const key = `${performance.timeOrigin.toFixed(3)}-${String(byKey.size).padStart(6, '0')}`;
  know(key, data);
  write(key, data).catch(() => undefined);
  return key;
}

/** What is kept under a key; undefined where it is not any more, or was written by no page of ours. */
export async function dataOf(key: string): Promise<Opened | undefined> {
  const known = byKey.get(key);
  if (known) return known;
  const { get } = await library();
  const data = unpacked<Opened | undefined>(await get(key));
  if (!data) return undefined;
  know(key, data);
  kept.add(key);
  return data;
}
