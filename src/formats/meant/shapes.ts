import { isParameterName } from '../../core/model/names';
import { type Examples, unitsIn, weightsAreTurned } from './examples';
import { fitted } from './fit';
import { areNumbers, asColumn, asRow, isFlat, isRaw, isRows, type Raw, shapeIn, transposedRows } from './raw';

/** X, Y, parameters, caches and what is expected in the shapes that our files have for them, examples as columns. */
export function withShapes(file: Raw, examples: Examples, tell: (sentence: string) => void): Raw {
  const units = unitsIn(file);
  if (!units) return file;
  const X = withFlatX(file, units, examples, tell);
  const shape = shapeIn(X);
  if (!shape) return file;
  const turned = weightsAreTurned(file.parameters, shape.rows, units);
  const standing = { sizes: { units: [shape.rows, ...units], m: shape.cols }, examples, turned };
  const { Y, ...parameters } = {
    ...fitted(
      { ...ofLayers(file.parameters), ...(file.Y !== undefined && { Y: file.Y }) },
      standing,
      true,
      tell,
    ),
  };
  return {
    ...file,
    X,
    ...(Y !== undefined && { Y }),
    ...(isRaw(file.parameters) && { parameters: { ...file.parameters, ...parameters } }),
    ...(isRaw(file.expected) && { expected: fitted(file.expected, standing, false, tell) }),
    ...(isRaw(file.caches) && { caches: fitted(file.caches, standing, true, tell) }),
  };
}

/** The parameters that are called so. */
const ofLayers = (parameters: unknown): Raw =>
  isRaw(parameters)
    ? Object.fromEntries(Object.entries(parameters).filter(([name]) => isParameterName(name)))
    : {};

/** X with its examples as columns. A flat one is a row of one-number examples where there are as many labels. */
function withFlatX(
  { X, Y }: Raw,
  units: readonly number[],
  examples: Examples,
  tell: (sentence: string) => void,
): unknown {
  if (isFlat(X)) {
    const labels = isFlat(Y) ? (units[units.length - 1] === 1 ? Y.length : 1) : shapeIn(Y)?.cols;
    const isOne = labels === 1 && X.length > 1;
    tell(
      `X came flat, and is read as ${isOne ? 'one example, a column' : 'a row of examples with one number each'}.`,
    );
    return isOne ? asColumn(X) : asRow(X);
  }
  if (examples === 'columns' || !isRows(X) || !areNumbers(X)) return X;
  tell('The examples stand in rows: X was transposed, since they are columns here.');
  return transposedRows(X);
}
