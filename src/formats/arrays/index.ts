import { isNoText, readJson } from '../json';
import { isRaw, isRows, MOST_NAMED, type Raw } from '../meant/raw';
import { tensorNamed } from '../meant/tensor-names';
import { type Read, refused } from '../read';
import type { Arrays } from './network';
import { pickled, readNpy, readNpz } from './npy';
import { readBare, readPrinted, readTable } from './text';

/** What a file holds: JSON of its own kind, or arrays by name. */
export type Contents = { readonly json: unknown } | Arrays;

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte);

/** Files that are no text, by how they begin. */
const binaries: readonly {
  is(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, name: string): Read<Contents>;
}[] = [
  { is: (bytes) => startsWith(bytes, 0x50, 0x4b, 3, 4), read: (bytes) => readNpz(bytes) },
  {
    is: (bytes) => startsWith(bytes, 0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59),
    read: (bytes, name) => {
      const read = readNpy(bytes);
      return read.ok ? single(name, read.value) : read;
    },
  },
  // The protocols of pickle since Python 2.3.
  { is: ([first, second]) => first === 0x80 && second! >= 2 && second! <= 5, read: () => refused(pickled) },
  {
    is: (bytes) => startsWith(bytes, 0x89, 0x48, 0x44, 0x46),
    read: () =>
      refused(
        'This is a file in HDF5. Save the arrays with np.savez("mine.npz", dW1=dW1, …), and open that.',
      ),
  },
];

const kinds =
  'a model or a trace in JSON, or arrays as NumPy saves or prints them (.npz, .npy, .csv, dW1 = [[…]])';

/** How many characters of what Python printed are read: more would stop the page for a second. */
const MOST_PRINTED = 3_000_000;

/** What a file holds, whatever it is. What can't be read is answered with a sentence. */
export function readContents(bytes: Uint8Array, name: string): Read<Contents> {
  const read = contentsOf(bytes, name);
  const count = read.ok && 'arrays' in read.value ? Object.keys(read.value.arrays).length : 0;
  return count > MOST_NAMED
    ? refused(`Expected at most ${MOST_NAMED} arrays in one file, but found ${count}.`)
    : read;
}

function contentsOf(bytes: Uint8Array, name: string): Read<Contents> {
  const binary = binaries.find(({ is }) => is(bytes));
  if (binary) return binary.read(bytes, name);
  const text = new TextDecoder().decode(bytes);
  const json = readJson(text);
  if (json.ok) {
    if (isRows(json.value)) return single(name, json.value);
    const arrays = arraysIn(json.value);
    return { ok: true, value: arrays ? { arrays } : { json: json.value } };
  }
  // What begins as JSON and goes on as Python is a dictionary of arrays; what says that it is a model is none of these.
  const looksJson =
    (/^\s*\{\s*"/.test(text) && !/\b(?:array|tensor)\(/.test(text)) ||
    /\bcacheback-(?:model|trace)\b/.test(text);
  if (isNoText(text) || text.trim() === '' || looksJson) return json;
  const table = readTable(text);
  if (table) return single(name, table);
  if (text.length > MOST_PRINTED)
    return refused(
      `Expected at most ${MOST_PRINTED / 1e6} million characters of printed arrays, but found ${(text.length / 1e6).toFixed(1)}. np.savez("mine.npz", dW1=dW1, …) saves them all, and in every digit.`,
    );
  const bare = readBare(text);
  if (bare) return bare.ok ? single(name, bare.value) : bare;
  if (/^\s*[{[]\s*[{[\d-]/.test(text)) return json;
  const printed = readPrinted(text);
  if (!printed) return refused(`Expected ${kinds}, but this text is none of these.`);
  return printed.ok ? { ok: true, value: { arrays: printed.value } } : printed;
}

/**
 * The arrays of JSON that is no model, but has a member that a tensor is called by; of dictionaries in it too, as who
 * writes parameters, caches and grads into one file has them. Undefined where it has none.
 */
function arraysIn(json: unknown): Raw | undefined {
  if (!isRaw(json) || 'format' in json || 'layers' in json) return undefined;
  const flat = Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) => (isRaw(value) ? Object.entries(value) : [[name, value]])),
  );
  return Object.keys(flat).some((name) => tensorNamed(name, 1) !== undefined) ? flat : undefined;
}

/** One array, which is called as its file is: `24-dW1.csv`, `mine.b2.npy`; or by its whole name, where that says nothing. */
function single(file: string, array: unknown): Read<Contents> {
  const stem = file.replace(/\.\w+$/, '');
  const words = stem.split(/[^A-Za-z0-9_[\]]+/);
  const name = words.findLast((word) => /[A-Za-z]/.test(word) && tensorNamed(word, 1) !== undefined);
  return { ok: true, value: { arrays: { [name ?? (stem || 'array')]: array } } };
}
