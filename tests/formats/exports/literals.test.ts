import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/math/matrix';
import { csvOf } from '../../../src/formats/exports/csv';
import { pythonArray, pythonNumber, pythonText } from '../../../src/formats/exports/python';
import { python, runPython } from './python';

describe.skipIf(!python)('what is written in Python', { timeout: 60_000 }, () => {
  it('is a number that Python reads back exactly, whatever it is', () => {
    const odd = [Number.NaN, Infinity, -Infinity, -0, Number.MIN_VALUE, Number.MAX_VALUE];
    const numbers = Float64Array.from([...fc.sample(fc.double(), 2000), ...odd]);
    const { stdout, stderr } = runPython(
      `import struct\nx = [${Array.from(numbers, pythonNumber).join(', ')}]\nprint(struct.pack(f"<{len(x)}d", *x).hex())`,
    );
    expect(stderr).toBe('');
    const bytes = Uint8Array.from(Buffer.from(stdout.trim(), 'hex'));
    expect(Array.from(new Float64Array(bytes.buffer))).toEqual(Array.from(numbers));
  });

  it('is a text in a comment that it cannot leave, and that is read back as it was', () => {
    const odd = ["'''", "\n'", 'a\r\fb', '\\', 'x\u2028y', '\u0000'];
    const texts = [...fc.sample(fc.string({ unit: 'grapheme' }), 500), ...odd];
    const literals = JSON.stringify(texts.map(pythonText));
    const { stdout, stderr } = runPython(`import ast, json
literals = json.loads(${JSON.stringify(literals)})
print(json.dumps([[ast.literal_eval(text), len(ast.parse("# " + text).body)] for text in literals]))`);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(texts.map((text) => [text, 0]));
  });
});

describe('a matrix as text', () => {
  it('is an array of its rows in Python, and a row to a line as CSV', () => {
    const matrix = fromRows(
      [
        [1, -0.5],
        [0, 3e-7],
      ],
      'float64',
    );
    expect([...pythonArray(matrix)].join('')).toBe('array([[1, -0.5],\n    [0, 3e-7]])');
    expect(csvOf(matrix).join('')).toBe('1,-0.5\n0,3e-7\n');
  });
});
