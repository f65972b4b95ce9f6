import { compareExpected, type Expected } from '../../core/checks/expected/expected';
import { fromRows } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import type { Trace } from '../../core/pass/trace';
import { rowsOf } from '../../formats/model/rows-schema';
import type { Expectation } from './expectations';

/** Tensors out of a file as matrices. */
export const matricesOf = (tensors: Expectation['tensors']): Expected =>
  new Map(Object.entries(tensors).map(([name, value]) => [name, fromRows(rowsOf(value), 'float64')]));

/** The names of the expected tensors that a pass has as they are expected. */
export function agreeing(trace: Trace, expected: Expected): BufferName[] {
  const { wrongCells, misfits = [] } = compareExpected(trace, expected);
  const off = new Set([...wrongCells, ...misfits].map(({ tensor }) => tensor));
  return [...expected.keys()].filter((name) => !off.has(name));
}
