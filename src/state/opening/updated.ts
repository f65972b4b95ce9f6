import { type Matrix, toRows } from '../../core/math/matrix';
import type { Model } from '../../core/model/model';
import { isParameterName } from '../../core/model/names';
import { broughtFrom } from '../../formats/arrays/brought';
import { lastLayer } from '../../formats/arrays/network';
import type { Raw } from '../../formats/meant/raw';
import { tensorNamed } from '../../formats/meant/tensor-names';
import { beforeUpdate, rateOfUpdate, turnedFind } from '../../mine/updated';
import { spokenList } from './caches';

/** Arrays whose parameters are those that the pass was computed from. */
interface BeforeUpdate {
  readonly arrays: Raw;
  /** What was done, in a sentence; undefined where nothing was. */
  readonly remark?: string;
}

/** An array as a matrix: a list of numbers is the column of a bias. */
function matrixOf(value: unknown): Matrix | undefined {
  const brought = broughtFrom(value);
  if (!brought) return undefined;
  const [rows = 1, cols = 1] = brought.shape;
  return { rows, cols, type: 'float64', data: brought.data };
}

/**
 * Arrays as they were before the update, where their W and b were saved after it: their own dW and db undo it. Such arrays
 * come from code that calls update_parameters first and np.savez after.
 */
export function takenBack(arrays: Raw, { layers, parameters }: Model): BeforeUpdate {
  const of = lastLayer(arrays) || layers.length;
  const written = new Map(Object.keys(arrays).map((key) => [tensorNamed(key, of), key] as const));
  const find = (name: string): Matrix | undefined => matrixOf(arrays[written.get(name) ?? '']);
  const known = (name: string): Matrix | undefined => parameters.get(name);
  const alpha = rateOfUpdate(of, find, known) ?? rateOfUpdate(of, turnedFind(find), known);
  if (alpha === undefined) return { arrays };
  const names = [...written.keys()].filter(
    (name): name is string => name !== undefined && isParameterName(name) && written.has(`d${name}`),
  );
  const back = names.map(
    (name) => [written.get(name)!, toRows(beforeUpdate(find(name)!, find(`d${name}`)!, alpha))] as const,
  );
  return {
    arrays: { ...arrays, ...Object.fromEntries(back) },
    remark: `Your ${spokenList(names)} were saved after their update: they are W − ${alpha} · dW, with your own dW. The pass used the values before it, so here ${alpha} · dW is added back.`,
  };
}
