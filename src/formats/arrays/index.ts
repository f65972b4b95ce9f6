import { isNoText, readJson } from '../json';
import { isRaw, type Raw } from '../meant/raw';
import { tensorNamed } from '../meant/tensor-names';
import { type Read, refused } from '../read';
import type { Arrays } from './network';
import { pickled, readNpy, readNpz } from './npy';
import { readPrinted, readTable } from './text';

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

/** What a file holds, whatever it is. What can't be read is answered with a sentence. */
export function readContents(bytes: Uint8Array, name: string): Read<Contents> {
  const binary = binaries.find(({ is }) => is(bytes));
  if (binary) return binary.read(bytes, name);
  const text = new TextDecoder().decode(bytes);
  const json = readJson(text);
  if (json.ok)
    return { ok: true, value: isArrays(json.value) ? { arrays: json.value } : { json: json.value } };
  if (isNoText(text) || text.trim() === '' || /^\s*[{[]\s*["{[\d-]/.test(text)) return json;
  const table = readTable(text);
  if (table) return single(name, table);
  const printed = readPrinted(text);
  if (!printed) return refused(`Expected ${kinds}, but this text is none of these.`);
  return printed.ok ? { ok: true, value: { arrays: printed.value } } : printed;
}

/** Whether JSON is no model, but has a member that a tensor is called by. */
const isArrays = (json: unknown): json is Raw =>
  isRaw(json) &&
  !('format' in json) &&
  !('layers' in json) &&
  Object.keys(json).some((name) => tensorNamed(name, 1) !== undefined);

/** One array, which is called as its file is: `24-dW1.csv`, `mine.b2.npy`. */
function single(file: string, array: unknown): Read<Contents> {
  const words = file.replace(/\.\w+$/, '').split(/[^A-Za-z0-9_[\]]+/);
  const name = words.findLast((word) => /[A-Za-z]/.test(word) && tensorNamed(word, 1) !== undefined);
  return name
    ? { ok: true, value: { arrays: { [name]: array } } }
    : refused(
        'This is one array, but its file is not called as a tensor is: name it dW1.npy or Z2.csv, say.',
      );
}
