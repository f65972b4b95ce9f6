import type { Matrix } from '../../core/math/matrix';

/** A number in Python, such that it reads back exactly. */
export function pythonNumber(x: number): string {
  if (Number.isNaN(x)) return 'float("nan")';
  if (!Number.isFinite(x)) return x > 0 ? 'float("inf")' : '-float("inf")';
  return Object.is(x, -0) ? '-0.0' : String(x);
}

/** A text in Python. JSON's way of writing a text is also Python's. */
export const pythonText = (text: string): string => JSON.stringify(text);

/** A matrix as `array([[…], …])`, a row to a piece. */
export function* pythonArray({ rows, cols, data }: Matrix): Generator<string> {
  for (let i = 0; i < rows; i++) {
    const row = Array.from(data.subarray(i * cols, (i + 1) * cols), pythonNumber).join(', ');
    yield `${i === 0 ? 'array([' : ',\n    '}[${row}]`;
  }
  yield '])';
}

/** Matrices as assignments to their names, a row to a piece. */
export function* pythonArrays(matrices: Iterable<readonly [string, Matrix]>): Generator<string> {
  for (const [name, matrix] of matrices) {
    yield `${name} = `;
    yield* pythonArray(matrix);
    yield '\n';
  }
}

/** Matrices as a dictionary by their names, a row to a piece. */
export function* pythonDictionary(matrices: Iterable<readonly [string, Matrix]>): Generator<string> {
  yield '{\n';
  for (const [name, matrix] of matrices) {
    yield `    ${pythonText(name)}: `;
    yield* pythonArray(matrix);
    yield ',\n';
  }
  yield '}\n';
}
