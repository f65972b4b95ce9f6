import { named } from '../../core/model/names';
import { isFlat, isRaw, isShape, type Raw, shapeIn } from './raw';

/** How examples stand in a file. */
export type Examples = 'columns' | 'rows';

/** How a file is to be read, and whether its shapes leave no other way. */
export interface Reading {
  readonly examples: Examples;
  readonly isSure: boolean;
}

/** The units of a file's layers; undefined where they are no numbers. */
export function unitsIn({ layers }: Raw): number[] | undefined {
  if (!Array.isArray(layers) || layers.length === 0) return undefined;
  const units = layers.map((layer: unknown) => (isRaw(layer) ? layer.units : undefined));
  return units.every((n) => Number.isInteger(n)) ? (units as number[]) : undefined;
}

/** Whether labels fit m examples, in columns or in rows. */
function fitsY(Y: unknown, outputs: number, m: number): boolean {
  if (isFlat(Y)) return Y.length === m || (m === 1 && Y.length === outputs);
  const shape = shapeIn(Y);
  return isShape(shape, outputs, m) || isShape(shape, m, outputs);
}

/** Whether the first layer's weights fit that many inputs, one way or the other; those that are not given do. */
function fitsW(parameters: unknown, units: number, inputs: number): boolean {
  const shape = shapeIn(isRaw(parameters) ? parameters.W1 : undefined);
  return !shape || isShape(shape, units, inputs) || isShape(shape, inputs, units);
}

/**
 * How the examples of a file stand: in columns where that fits Y and the weights, in rows where that alone does. Where X
 * is square and both fit, what else stands in rows (labels, biases) tells which is likelier, and nothing is sure.
 */
export function readingOf({ X, Y, parameters, ...file }: Raw): Reading {
  const [shape, units] = [shapeIn(X), unitsIn(file)];
  if (!shape || !units) return { examples: 'columns', isSure: true };
  const outputs = units[units.length - 1]!;
  const fits = (inputs: number, m: number) => fitsY(Y, outputs, m) && fitsW(parameters, units[0]!, inputs);
  const [asColumns, asRows] = [fits(shape.rows, shape.cols), fits(shape.cols, shape.rows)];
  const labels = shapeIn(Y);
  if (!asColumns && asRows) {
    // Labels in columns beside examples in rows are labels of another number, unless the weights say otherwise.
    const isTold = !isShape(labels, outputs, shape.rows) || !fitsW(parameters, units[0]!, shape.rows);
    return { examples: isTold ? 'rows' : 'columns', isSure: true };
  }
  const m = shape.cols;
  const labelsInColumns = outputs !== m && isShape(labels, outputs, m);
  if (!asColumns || !asRows || m === 1 || labelsInColumns) return { examples: 'columns', isSure: true };
  const labelsInRows = outputs !== m && isShape(labels, m, outputs);
  return { examples: labelsInRows || hasRowBias(parameters, units) ? 'rows' : 'columns', isSure: false };
}

/** Whether a bias stands as a row, as it does beside examples in rows. */
const hasRowBias = (parameters: unknown, units: readonly number[]): boolean =>
  isRaw(parameters) && units.some((n, i) => n > 1 && isShape(shapeIn(parameters[named('b', i + 1)]), 1, n));

/**
 * Whether the weights of a file are (inputs, units), as `X @ W` has them: as their shapes say, and where all are square,
 * as a row of biases says.
 */
export function weightsAreTurned(parameters: unknown, inputs: number, units: readonly number[]): boolean {
  if (!isRaw(parameters)) return false;
  const kinds = units.map((n, i) => {
    const before = i === 0 ? inputs : units[i - 1]!;
    const shape = shapeIn(parameters[named('W', i + 1)]);
    if (n === before || !shape) return 'either';
    return isShape(shape, before, n) ? 'turned' : 'straight';
  });
  if (kinds.includes('straight')) return false;
  return kinds.includes('turned') || hasRowBias(parameters, units);
}
