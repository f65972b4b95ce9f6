import { strToU8, zipSync } from 'fflate';
import type { Matrix } from '../../core/math/matrix';
import type { Trace } from '../../core/pass/trace';

const types = { float32: '<f4', float64: '<f8', bit: '|b1' } as const;

/** Where the numbers begin is a multiple of this, so that they can be mapped into memory. */
const ALIGNMENT = 64;

/** Magic string, version 1.0 and the length of the header. */
const PREFIX = 10;

/**
 * A matrix as an array file of NumPy, format 1.0: a header that is a Python dictionary, then the numbers.
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npy({ rows, cols, type, data }: Matrix): Uint8Array {
  const dictionary = `{'descr': '${types[type]}', 'fortran_order': False, 'shape': (${rows}, ${cols}), }`;
  const length = Math.ceil((PREFIX + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = strToU8(`${dictionary.padEnd(length - PREFIX - 1)}\n`);
  const file = new Uint8Array(length + data.byteLength);
  file.set([0x93, ...strToU8('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8]);
  file.set(header, PREFIX);
  // Typed arrays of every machine that runs browsers are little-endian, as the header says.
  file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), length);
  return file;
}

/** All tensors of a pass as a zip of array files, which `np.load` reads: X, Y, W1, b1, Z1, A1, dZ1 and so on. */
export function npzOf({ buffers }: Trace): Uint8Array {
  const named = Array.from(
    buffers,
    ([name, matrix]) => [`${name === 'A0' ? 'X' : name}.npy`, npy(matrix)] as const,
  );
  // Stored and not packed, as np.savez does it: random digits hardly get smaller.
  return zipSync(Object.fromEntries(named), { level: 0 });
}
