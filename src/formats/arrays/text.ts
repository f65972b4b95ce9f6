import type { Raw } from '../meant/raw';
import { tensorNamed } from '../meant/tensor-names';
import { type Read, refused } from '../read';

/** A name, and the beginning of its array or number: `dW1 = [[`, `'b1': array([`, `J = 0.6`. */
const naming =
  /([A-Za-z_][\w[\]^{}]*)['"]?\s*[=:]\s*(?:(?:np\.|torch\.)?(?:array|tensor)\()?\s*(?=\[|[-+\d.])/g;

const token = /[[\]]|[^\s,[\]()]+/g;

/**
 * Arrays as Python prints them, each behind its name: `dW1 = [[ 1.  2.]\n [ 3.  4.]]`. Undefined where a text has no
 * such; what was left out of a long one is told.
 */
export function readPrinted(text: string): Read<Raw> | undefined {
  const arrays: [string, unknown][] = [];
  naming.lastIndex = 0;
  for (let match = naming.exec(text); match; match = naming.exec(text)) {
    const [value, end] = valueAt(text, naming.lastIndex);
    if (value === '...')
      return refused(
        `${match[1]} is printed with "…" in the place of most numbers. np.set_printoptions(threshold=np.inf) prints them all.`,
      );
    if (value !== undefined) arrays.push([match[1]!, value]);
    naming.lastIndex = end;
  }
  // In running text there are names before numbers too.
  const isPrinted = arrays.some(
    ([name, value]) => Array.isArray(value) && tensorNamed(name, 1) !== undefined,
  );
  return isPrinted ? { ok: true, value: Object.fromEntries(arrays) } : undefined;
}

/** The number or nested list at a place, and where it ends; `'...'` where some of it is left out, undefined where it is none. */
function valueAt(text: string, start: number): [unknown, number] {
  const open: unknown[][] = [];
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    if (word === '[') open.push([]);
    else if (word === '...') return ['...', token.lastIndex];
    else {
      const value = word === ']' ? open.pop() : numberIn(word);
      if (value === undefined) return [undefined, token.lastIndex];
      if (open.length === 0) return [value, token.lastIndex];
      open[open.length - 1]!.push(value);
    }
  }
  return [undefined, text.length];
}

/** A number as Python prints it: `1.`, `-2.5e-03`, `nan`, `inf`. */
function numberIn(word: string): number | undefined {
  const special = /^([+-]?)(nan|inf|infinity)$/i.exec(word);
  if (special)
    return special[2]!.toLowerCase() === 'nan' ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  const number = Number(word);
  return Number.isNaN(number) ? undefined : number;
}

/** Rows of numbers between commas, semicolons, tabs or spaces, as np.savetxt and spreadsheets write them. */
export function readTable(text: string): unknown[][] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length === 0) return undefined;
  const rows = lines.map((line) =>
    line
      .trim()
      .split(/\s*[,;\t]\s*|\s+/)
      .map(numberIn),
  );
  return rows.every((row) => row.every((x) => x !== undefined)) ? rows : undefined;
}
