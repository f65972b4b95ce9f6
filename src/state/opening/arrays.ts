import { toRows } from '../../core/math/matrix';
import { sizesOf } from '../../core/model/model';
import { type Arrays, networkOf } from '../../formats/arrays/network';
import type { Raw } from '../../formats/meant/raw';
import { named } from '../../formats/meant/tensor-names';
import { modelFileOf, readModel } from '../../formats/model-file';
import { type Read, refused } from '../../formats/read';
import { shapeOfRows } from '../../formats/rows-schema';
import { shapeRemark } from '../../formats/shape-remark';
import { nameOf } from '../choice/choice';
import { modelOf } from '../choice/model-of';
import { spokenList } from './caches';
import { openModel, withCaches } from './model';
import type { How, Now, OpenedFile } from './types';

/** Opens arrays: as a network of their own where they are one, else as what the pass that is open is compared with. */
export async function openArrays(from: Arrays, file: string, now: Now, how: How): Promise<Read<OpenedFile>> {
  const name = file.replace(/\.\w+$/, '').slice(0, 200);
  const network = networkOf(
    from,
    name,
    now.choice.layers.map(({ activation }) => activation),
  );
  if (!network) return compared(from.arrays, now, how);
  const read = await openModel(network.json, how);
  return read.ok
    ? { ok: true, value: { ...read.value, remarks: [network.remark, ...read.value.remarks] } }
    : read;
}

/** Arrays as what is expected of the pass that is open. */
function compared(arrays: Raw, now: Now, how: How): Read<OpenedFile> {
  const model = modelOf(now.choice);
  const { X, Y, parameters, ...rest } = modelFileOf(model, 'open');
  const others: string[] = [];
  const tensors = named(arrays, model.layers.length, (written) => others.push(written));
  const read = readModel({
    ...Object.fromEntries(others.map((written) => [written, arrays[written]])),
    ...rest,
    X: toRows(X),
    Y: toRows(Y),
    parameters: Object.fromEntries(Object.entries(parameters).map(([key, matrix]) => [key, toRows(matrix)])),
    expected: tensors,
  });
  if (!read.ok) return read;
  const { expected = {}, caches } = read.value;
  const names = Object.keys(expected);
  const isOpen = `"${nameOf(now.choice)}", which is open`;
  if (names.length === 0 && !caches)
    return refused(
      `Expected arrays that are called as tensors are, such as dW1 or Z2. ${read.remarks.join(' ')}`,
    );
  const sizes = sizesOf(model);
  const unfit = names.flatMap((key) => shapeRemark(key, shapeOfRows(expected[key]!), sizes) ?? []);
  if (names.length > 0 && unfit.length === names.length)
    return refused(
      `Its arrays do not fit ${isOpen}: ${unfit[0]} Open their model first, or a file that has X, Y and all W and b as well.`,
    );
  const remark = `The pass of ${isOpen}, is compared with ${spokenList(names)} of this file.`;
  const file: OpenedFile = {
    // Another entry in the browser's history, which remembers what is expected.
    choice: { ...now.choice },
    expected: { ...now.expected, ...expected },
    remarks: [...(names.length > 0 ? [remark] : []), ...read.remarks],
    position: now.position,
  };
  return { ok: true, value: withCaches(file, read.value, how) };
}
