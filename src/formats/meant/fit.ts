import type { Sizes } from '../../core/model/model';
import { shapeOf } from '../../core/model/model';
import { isColumn, parseName, spoken } from '../../core/model/names';
import type { Examples } from './examples';
import { asColumn, asRow, isFlat, isRows, isShape, listed, type Raw, shapeIn, transposedRows } from './raw';

/** How the tensors of a file stand. */
export interface Standing {
  readonly sizes: Sizes;
  readonly examples: Examples;
  /** Whether weights are (inputs, units). */
  readonly turned: boolean;
}

/** What was done to a tensor to read it, which a sentence tells. */
type Done = 'turned' | 'flat row' | 'flat column' | 'row bias' | 'number' | 'class numbers' | 'unfit';

/** A tensor as it is meant where it has another shape than it would here, and what was done; undefined where nothing was. */
function meant(
  name: string,
  value: unknown,
  standing: Standing,
  isGiven: boolean,
): [unknown, Done] | undefined {
  const { kind } = parseName(name);
  const { rows, cols } = shapeOf(name, standing.sizes);
  if (isGiven && typeof value === 'number' && rows === 1 && cols === 1) return [[[value]], 'number'];
  if (kind === 'Y' && isFlat(value) && areClasses(value, rows) && value.length === cols)
    return [oneHot(value, rows), 'class numbers'];
  if (isFlat(value)) return meantFlat(value, rows, cols, isGiven);
  if (!isRows(value)) return undefined;
  const shape = shapeIn(value);
  const turns = isShape(shape, cols, rows);
  if (!turns || (rows === 1 && cols === 1)) return undefined;
  const isBias = isColumn(kind);
  if (isBias && rows > 1 && (isGiven || standing.examples === 'rows'))
    return [transposedRows(value), 'row bias'];
  const isWeight = kind === 'W' || kind === 'dW';
  const isTurned = isWeight
    ? standing.turned
    : kind === 'Y' && rows !== cols
      ? true
      : standing.examples === 'rows';
  return isTurned && !isBias ? [transposedRows(value), 'turned'] : undefined;
}

/** Whether a list is one of class numbers, of more classes than one. */
const areClasses = (value: readonly unknown[], classes: number): value is readonly number[] =>
  classes > 1 && value.every((x) => Number.isInteger(x) && Number(x) >= 0 && Number(x) < classes);

const oneHot = (value: readonly number[], classes: number): number[][] =>
  Array.from({ length: classes }, (_, i) => value.map((x) => Number(x === i)));

/** A list of numbers, of which a tensor of one row or column can be made. Expected ones of another length stay a row. */
function meantFlat(
  value: readonly unknown[],
  rows: number,
  cols: number,
  isGiven: boolean,
): [unknown, Done] | undefined {
  if (rows === 1 && value.length === cols) return [asRow(value), 'flat row'];
  if (cols === 1 && value.length === rows) return [asColumn(value), 'flat column'];
  return isGiven ? undefined : [asRow(value), 'unfit'];
}

/** Tensors by the names of our files, as they are meant. What fits nothing stays as it came. */
export function fitted(
  tensors: Raw,
  standing: Standing,
  isGiven: boolean,
  tell: (sentence: string) => void,
): Raw {
  const done: Record<Done, string[]> = {
    turned: [],
    'flat row': [],
    'flat column': [],
    'row bias': [],
    number: [],
    'class numbers': [],
    unfit: [],
  };
  const entries = Object.entries(tensors).map(([name, value]) => {
    const read = standing.sizes.units[parseName(name).layer] && meant(name, value, standing, isGiven);
    if (!read) return [name, value] as const;
    done[read[1]].push(name);
    return [name, read[0]] as const;
  });
  for (const [how, names] of Object.entries(done) as [Done, string[]][])
    if (names.length > 0 && how !== 'unfit')
      tell(sentences[how](listed(names.map(spoken)), names.length > 1));
  return Object.fromEntries(entries);
}

const sentences: Record<Exclude<Done, 'unfit'>, (names: string, areMany: boolean) => string> = {
  turned: (names, areMany) => `${names} ${areMany ? 'were' : 'was'} transposed to fit.`,
  'flat row': (names, areMany) =>
    `${names} came flat, and ${areMany ? 'are read as rows' : 'is read as a row'}.`,
  'flat column': (names, areMany) =>
    `${names} came flat, and ${areMany ? 'are read as columns' : 'is read as a column'}.${names.startsWith('db') ? ' keepdims=True in np.sum keeps a column.' : ''}`,
  'row bias': (names, areMany) =>
    `${names} came as ${areMany ? 'rows, and are read as columns' : 'a row, and is read as a column'}.`,
  'class numbers': (names) =>
    `${names} came as class numbers, and is read as a column for each example with a 1 in the row of its class.`,
  number: (names, areMany) =>
    `${names} came as ${areMany ? 'numbers, and are read as 1 by 1' : 'a number, and is read as 1 by 1'}.`,
};
