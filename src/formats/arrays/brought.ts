import type { Brought } from '../../mine';
import { isFlat, isRows, type Raw } from '../meant/raw';
import { tensorNamed } from '../meant/tensor-names';

/** Arrays that were placed, and the names of those that were not. */
export interface Placed {
  readonly tensors: ReadonlyMap<string, Brought>;
  /** What is called as nothing in a network is, or as something that another array is. */
  readonly unplaced: readonly string[];
}

/** An array of numbers out of a file: a number, a list, or rows. Undefined of anything else. */
export function broughtFrom(value: unknown): Brought | undefined {
  if (typeof value === 'number') return { shape: [], data: Float64Array.of(value) };
  if (isFlat(value)) return { shape: [value.length], data: Float64Array.from(value, Number) };
  if (!isRows(value)) return undefined;
  const cols = value[0]!.length;
  const data = new Float64Array(value.length * cols);
  value.forEach((row, i) => {
    data.set(row.map(Number), i * cols);
  });
  return { shape: [value.length, cols], data };
}

/** Arrays by the names of our files, in a network of so many layers; `chosen` has the places that somebody chose. */
export function broughtOf(
  arrays: Raw,
  layers: number,
  chosen: Readonly<Record<string, string>> = {},
): Placed {
  const tensors = new Map<string, Brought>();
  const unplaced: string[] = [];
  const named = Object.entries(arrays).map(([written, value]) => ({
    written,
    value,
    name: chosen[written] ?? tensorNamed(written, layers),
  }));
  // What is called as in our files comes first, whatever else goes by the name.
  const inOrder = named.toSorted((a, b) => Number(b.written === b.name) - Number(a.written === a.name));
  for (const { written, value, name } of inOrder) {
    const brought = broughtFrom(value);
    if (name === undefined || !brought || tensors.has(name)) unplaced.push(written);
    else tensors.set(name, brought);
  }
  return { tensors, unplaced };
}
