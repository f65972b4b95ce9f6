import { type Matrix, toRows } from '../../core/math/matrix';
import { type Model, type Sizes, shapeOf, sizesOf } from '../../core/model/model';
import { isParameterName, isTensorName, parseName, spoken } from '../../core/model/names';
import { broughtFrom, broughtOf } from '../../formats/arrays/brought';
import type { Arrays } from '../../formats/arrays/network';
import type { Raw } from '../../formats/meant/raw';
import { named } from '../../formats/meant/tensor-names';
import { readModel } from '../../formats/model/model-file';
import { shapeOfRows } from '../../formats/model/rows-schema';
import { shapeRemark } from '../../formats/model/shape-remark';
import { modelFileOf } from '../../formats/model/write-model-file';
import { type Read, refused } from '../../formats/read';
import { choiceOfFile, nameOf } from '../choice/choice';
import { modelOf } from '../choice/model-of';
import { fitsSomehow, foreignAmong } from '../mine/fits';
import { withArrays } from '../mine/mine';
import { isSameNetwork } from '../mine/same-network';
import { isPassAtOnce } from '../passes/size';
import { spokenList } from './caches';
import { nothing } from './expectations';
import { masksAmong, withMasks } from './masks';
import { withCaches } from './model';
import { strangeNorms } from './norms';
import { ownNetwork } from './own-network';
import type { Elsewhere, How, Now, OpenedFile } from './types';
import { takenBack } from './updated';

/**
 * Opens arrays, to be checked: against the network that is open, where they fit it, else against the one that they are
 * themselves. X, Y and parameters among them become the network's data.
 */
export async function openArrays(
  from: Arrays,
  file: string,
  now: Now,
  how: How,
  elsewhere?: Elsewhere,
): Promise<Read<OpenedFile>> {
  if (elsewhere && !isPassAtOnce(now.choice)) return elsewhere();

  const name = file.replace(/\.\w+$/, '').slice(0, 200);
  const { arrays, remark } = takenBack(from.arrays, modelOf(now.choice));
  const told = remark === undefined ? [] : [remark];
  // What came for another network is no part of this pass.
  const before = now.mine && isSameNetwork(now.mine.to, now.choice) ? now.mine : undefined;
  const mine = { ...withArrays(before, arrays, file, before?.without ?? now.expected), remarks: told };
  const own = await ownNetwork({ ...from, arrays }, name, now, how, elsewhere);
  // That another network is open now is said at once; all other remarks stand where the arrays are checked.
  if (own) return own.ok ? { ok: true, value: { mine: { ...mine, without: nothing }, ...own.value } } : own;
  const read = compared(arrays, file, now, how);
  return read.ok
    ? { ok: true, value: { ...read.value, mine: { ...mine, remarks: [...told, ...read.value.remarks] } } }
    : read;
}

/** What of arrays is data of the model that is open: X and Y where they fit each other, and parameters. */
function dataAmong(tensors: Raw, { layers, X, Y }: Model): Raw {
  const [rows, cols] = broughtFrom(tensors.A0)?.shape ?? [];
  const examples = rows === X.rows ? cols : cols === X.rows ? rows : undefined;
  const sizes = { units: [X.rows, ...layers.map((layer) => layer.units)], m: examples ?? X.cols };
  const fits = (name: string) => {
    const brought = broughtFrom(tensors[name]);
    return brought !== undefined && fitsSomehow(name, brought, sizes);
  };
  const areLabelled = 'Y' in tensors ? fits('Y') : sizes.m === Y.cols;
  const isData = (name: string): boolean =>
    name === 'A0'
      ? examples !== undefined && areLabelled
      : (name === 'Y' ? areLabelled : isParameterName(name)) && fits(name);
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => isData(name)));
}

/** The sentence on a pasted array that fits nothing: its shape and the right one first, then what can be done about it. */
function misfit(name: string, yours: Pick<Matrix, 'rows' | 'cols'>, sizes: Sizes): string {
  const here = shapeOf(name, sizes);
  return `${spoken(name)}: yours is ${yours.rows} × ${yours.cols}, here it is ${here.rows} × ${here.cols}. If your network is another, open its model first, or paste X, Y and all W and b with it.`;
}

/** Arrays beside the model that is open: its data, and what its pass is compared with. */
function compared(arrays: Raw, name: string, now: Now, how: How): Read<OpenedFile> {
  const model = modelOf(now.choice);
  const { X, Y, parameters, ...rest } = modelFileOf(model, nameOf(now.choice));
  const tensors = named(arrays, model.layers.length, () => undefined);
  const data = dataAmong(tensors, model);
  const strange = strangeNorms(data, model, nameOf(now.choice));
  if (strange !== undefined) return refused(strange);
  const ofNetwork = new Map(
    [...broughtOf(tensors, model.layers.length).tensors].filter(
      ([name]) => isTensorName(name) && parseName(name).layer <= model.layers.length,
    ),
  );
  const left = [...ofNetwork.keys()].filter((name) => !(name in data)).map((name) => [name, tensors[name]]);
  const { A0 = toRows(X), Y: labels = toRows(Y), ...given } = data;
  const before = Object.entries(parameters).map(([key, matrix]) => [key, toRows(matrix)]);
  const read = readModel(
    {
      ...rest,
      X: A0,
      Y: labels,
      parameters: { ...Object.fromEntries(before), ...given },
      expected: Object.fromEntries(left),
    },
    how.examples,
  );
  if (!read.ok) return read;
  const { expected = {} } = read.value;
  const sizes = { ...sizesOf(model), m: read.value.X[0]!.length };
  const [foreign] = foreignAmong(ofNetwork, sizes);
  if (foreign !== undefined) {
    const shape = shapeOfRows(expected[foreign]!);
    return refused(
      how.pasted
        ? misfit(foreign, shape, sizes)
        : `Its arrays do not fit "${nameOf(now.choice)}", which is open: ${shapeRemark(foreign, shape, sizes)} Open their model first, or a file that has X, Y and all W and b as well.`,
    );
  }
  const masks = masksAmong(tensors, now.choice.layers, sizes);
  const names = [...Object.keys(data), ...masks.keys()];
  const file: OpenedFile = {
    // Another entry in the browser's history, which remembers what is expected.
    choice: {
      ...withMasks(now.choice, masks),
      ...(Object.keys(data).length > 0 && { data: choiceOfFile(read.value).data }),
    },
    expected: { ...now.expected.tensors, ...expected },
    sources: [...new Set([...now.expected.sources, name])],
    remarks: [
      ...(names.length > 0
        ? [`${spokenList(names)} of this file ${names.length > 1 ? 'are' : 'is'} the network’s now.`]
        : []),
      ...read.remarks,
    ],
    position: now.position,
  };
  return { ok: true, value: withCaches(file, read.value, how) };
}
