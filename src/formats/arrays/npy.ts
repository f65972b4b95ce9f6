import { unzipSync } from 'fflate';
import { parse } from 'npyjs';
import { reshape } from 'npyjs/reshape';
import { limits } from '../limits';
import { type Read, refused } from '../read';
import type { Arrays } from './network';

/** Why nothing that Python pickled can be read. */
export const pickled =
  'This is a pickle of Python, which would have to be executed to be read. Save the arrays with np.savez("mine.npz", dW1=dW1, …), and open that.';

/**
 * An array file of NumPy: a number, a list of numbers, or rows. What is none, has no numbers or more than two dimensions
 * is refused with a sentence. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function readNpy(bytes: Uint8Array): Read<unknown, { readonly dtype: string }> {
  // The header says what Python would have to execute: objects.
  if (/'descr': *'\|O'/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 256))))
    return refused(pickled);
  try {
    // A copy, since the numbers must begin at a multiple of their size.
    const { data, shape, dtype, fortranOrder } = parse(littleEndian(bytes.slice()).buffer);
    const size = shape.reduce((product, n) => product * n, 1);
    const numbers = Array.from(data as unknown as ArrayLike<number | bigint | boolean>, Number);
    if (/^[Uc]/.test(dtype) || shape.length > 2 || size === 0 || numbers.length !== size)
      return refused(`Expected numbers in at most two dimensions, but found ${dtype} in shape (${shape}).`);
    const value: unknown = shape.length === 0 ? numbers[0] : reshape(numbers, shape, fortranOrder);
    return { ok: true, value, dtype };
  } catch (error) {
    return refused(`Expected an array file of NumPy, but it can't be read: ${(error as Error).message}.`);
  }
}

/** Where the length of the header stands, and in how many bytes, by the version of the format. */
const LENGTH_AT = 8;
const lengthBytes = (version: number | undefined): number => (version === 1 ? 2 : 4);

/** An array file whose numbers have their last byte first, as our machines have them; big-endian ones are turned, in place. */
function littleEndian(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const wide = lengthBytes(file[6]);
  const view = new DataView(file.buffer);
  const length = wide === 2 ? view.getUint16(LENGTH_AT, true) : view.getUint32(LENGTH_AT, true);
  const begin = LENGTH_AT + wide;
  const header = new TextDecoder('latin1').decode(file.subarray(begin, begin + length));
  const found = /'descr': *'>[fiu]([248])'/.exec(header);
  if (!found) return file;
  file[begin + header.indexOf('>')] = '<'.charCodeAt(0);
  const size = Number(found[1]);
  for (let at = begin + length; at + size <= file.length; at += size) file.subarray(at, at + size).reverse();
  return file;
}

/** The arrays of a file of np.savez, by name. */
export function readNpz(bytes: Uint8Array): Read<Arrays> {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        return /\.(npy|pkl)$/.test(name) && size <= limits.fileBytes;
      },
    });
    const names = Object.keys(files);
    if (names.some((name) => name.endsWith('.pkl'))) return refused(pickled);
    if (size > limits.fileBytes) return refused('Expected arrays of at most 64 MiB, but these are larger.');
    if (names.length === 0) return refused('Expected arrays as np.savez saves them, but this zip has none.');
    const arrays: [string, unknown][] = [];
    const dtypes = new Set<string>();
    for (const [name, file] of Object.entries(files)) {
      const read = readNpy(file);
      if (!read.ok) return refused(`${name}: ${read.sentence}`);
      arrays.push([name.replace(/\.npy$/, ''), read.value]);
      dtypes.add(read.dtype);
    }
    const isSingle = dtypes.has('f4') && !dtypes.has('f8');
    return {
      ok: true,
      value: { arrays: Object.fromEntries(arrays), ...(isSingle && { precision: 'float32' }) },
    };
  } catch {
    return refused('Expected arrays as np.savez saves them, but this zip is damaged.');
  }
}
