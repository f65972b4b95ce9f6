import type { Matrix } from '../../core/matrix';

/** A number in Python, such that it reads back exactly. */
export function pythonNumber(x: number): string {
  if (Number.isNaN(x)) return 'float("nan")';
  if (!Number.isFinite(x)) return x > 0 ? 'float("inf")' : '-float("inf")';
  return Object.is(x, -0) ? '-0.0' : String(x);
}

/** A text in Python. JSON's way of writing a text is also Python's. */
export const pythonText = (text: string): string => JSON.stringify(text);

/** A matrix as `array([[…], …])`, a row to a line. */
export function pythonArray({ rows, cols, data }: Matrix): string {
  const row = (i: number) =>
    `[${Array.from(data.subarray(i * cols, (i + 1) * cols), pythonNumber).join(', ')}]`;
  return `array([${Array.from({ length: rows }, (_, i) => row(i)).join(',\n    ')}])`;
}
