import { expect, it } from 'vitest';
import { buffersOfPacked, packed, unpacked } from '../../../src/state/passes/rows';

const rows = (cell: (k: number) => unknown) =>
  Array.from({ length: 120 }, (_, i) => Array.from({ length: 100 }, (_, j) => cell(i * 100 + j)));

it('rows that travel come out as they went in, and their memory is handed over', () => {
  const value = {
    name: 'data',
    X: rows((k) => (k === 7 ? Number.NaN : k === 8 ? -0 : k / 3)),
    few: [[1, 2]],
    list: [{ given: rows((k) => k) }],
    none: undefined,
  };
  const ready = packed(value);
  const buffers = buffersOfPacked(ready);
  expect(buffers).toHaveLength(2);
  expect(unpacked(structuredClone(ready, { transfer: buffers }))).toEqual(value);
  expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
});

it('rows that hold anything but numbers, or are of different lengths, travel as they are', () => {
  for (const odd of [
    rows((k) => (k === 5000 ? null : k)),
    rows((k) => (k === 1 ? 'NaN' : k)),
    [...rows((k) => k), [1]],
  ])
    expect(packed({ odd })).toEqual({ odd });
});

it('rows are looked through once, however often they travel', () => {
  let asked = 0;
  const X = rows((k) => k).map(
    (row) =>
      new Proxy(row, {
        get(target, key) {
          if (key === 'every') asked += 1;
          return Reflect.get(target, key);
        },
      }),
  );
  const first = packed({ X });
  expect(asked).toBe(120);
  expect(packed({ X })).toEqual(first);
  expect(asked).toBe(120);
});
