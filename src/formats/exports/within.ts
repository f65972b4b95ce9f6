import type { Matrix } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import { pythonNumber, pythonText } from './python';

/** Bounds need two digits, rounded up. */
const bound = (x: number): string =>
  x === 0 || !Number.isFinite(x) ? pythonNumber(x) : (x * 1.05).toExponential(1);

/** How far each cell may be from the page's, as a dictionary of Python, a row to a piece. */
export function* within(
  computed: Iterable<readonly [BufferName, Matrix]>,
  offs: ReadonlyMap<BufferName, Matrix>,
): Generator<string> {
  yield '{\n';
  for (const [name] of computed) {
    const { rows, cols, data } = offs.get(name)!;
    for (let i = 0; i < rows; i++) {
      const row = Array.from(data.subarray(i * cols, (i + 1) * cols), bound).join(', ');
      yield `${i === 0 ? `    ${pythonText(name)}: [` : ',\n    '}[${row}]`;
    }
    yield '],\n';
  }
  yield '}\n';
}
