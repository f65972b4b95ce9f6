import type { Raw } from '../meant/raw';
import { tensorNamed } from '../meant/tensor-names';
import { type Read, refused } from '../read';

/** A number of NumPy 2 as it is printed in a list or a dictionary: `np.float64(0.6931)`. */
const wrapped = /\b(?:np|numpy)\.(?:float|int)\d{1,3}\(([^()]{0,60})\)/g;

/** A text as it would be in plain characters: `dW₁` is dW1, `…` is three dots, and −1 has the minus of Python. */
const inPlain = (text: string): string =>
  text.normalize('NFKC').replaceAll('\u2212', '-').replace(wrapped, '$1');

/**
 * A name, and the beginning of its array or number: `dW1 = [[`, `'b1': array([`, `grads["dW1"] = [[`, `J = 0.6`, `dW1 [[`,
 * and as a console has it: `>>> dW1`, and in the next line `array([[`.
 * A name begins where a word does and has its length, or a text of nothing but letters would take hours.
 */
const naming =
  /(?<![\w.])([A-Za-z_][\w.[\]^{}'"]{0,60})\s{0,9}(?:[=:]\s{0,99}(?:(?:np\.|numpy\.|torch\.)?(?:array|tensor|matrix)\()?\s{0,99}(?=\[|[-+\d.])|\s{1,9}(?:Out\[\d{1,9}\]:\s{0,9})?(?:array\(|tensor\()?(?=\[[[\s\d.+-]))/g;

const token = /[[\]]|[^\s,;[\](){}]+/g;

/**
 * Arrays as Python prints them, each behind its name: `dW1 = [[ 1.  2.]\n [ 3.  4.]]`. Undefined where a text has no
 * such; what was left out of a long one is told.
 */
export function readPrinted(written: string): Read<Raw> | undefined {
  const text = inPlain(written);
  const arrays: [string, unknown][] = [];
  naming.lastIndex = 0;
  for (let match = naming.exec(text); match; match = naming.exec(text)) {
    const name = match[1]!.replace(/^['"]|['"]$/g, '');
    const start = naming.lastIndex;
    const [value, end, word] = valueAt(text, start);
    if (value === '...') return refused(leftOut(name));
    // A tensor that is printed and can't be read is told of, or it would be missing without a word.
    if (value === undefined && text[start] === '[' && tensorNamed(name, 1) !== undefined)
      return refused(unreadable(name, word));
    if (value !== undefined) arrays.push([name, value]);
    naming.lastIndex = end;
  }
  // In running text there are names before numbers too.
  const isPrinted = arrays.some(
    ([name, value]) => Array.isArray(value) && tensorNamed(name, 1) !== undefined,
  );
  return isPrinted ? { ok: true, value: Object.fromEntries(arrays) } : undefined;
}

/** One array as Python prints it, without a name; undefined where a text is none, or more. */
export function readBare(written: string): Read<unknown[]> | undefined {
  const text = inPlain(written);
  const start = /^\s*(?:(?:np\.|numpy\.|torch\.)?(?:array|tensor|matrix)\(\s*)?(?=\[)/.exec(text);
  if (!start) return undefined;
  const [value, end] = valueAt(text, start[0].length);
  if (value === '...') return refused(leftOut('The array'));
  // Blanks are never looked for in two ways at one place: a text of nothing else would take hours.
  const isAll = /^(?:,[^[\]]*)?\)?$/.test(text.slice(end).trim());
  return Array.isArray(value) && isAll ? { ok: true, value } : undefined;
}

const leftOut = (name: string): string =>
  `${name} is printed with "…" in the place of most numbers. np.set_printoptions(threshold=sys.maxsize) prints them all.`;

/** How long a word is in a sentence. */
const LONGEST = 20;

const unreadable = (name: string, word: string | undefined): string =>
  word === undefined
    ? `${name} begins with a bracket, but the text ends before that is closed: was all of it copied?`
    : `${name}: expected numbers between its brackets, but found “${word.slice(0, LONGEST)}”.`;

/**
 * The number or nested list at a place, and where it ends; `'...'` where some of it is left out, undefined where it is
 * none, with the word that is no number.
 */
function valueAt(text: string, start: number): [unknown, number, string?] {
  const open: unknown[][] = [];
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    if (word === '[') open.push([]);
    else if (word === '...') return ['...', token.lastIndex];
    else {
      const value = word === ']' ? open.pop() : numberIn(word);
      if (value === undefined) return [undefined, token.lastIndex, word];
      if (open.length === 0) return [value, token.lastIndex];
      open[open.length - 1]!.push(value);
    }
  }
  return [undefined, text.length];
}

const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Infinity,
  infinity: Infinity,
  '+inf': Infinity,
  '-inf': -Infinity,
  '-infinity': -Infinity,
  true: 1,
  false: 0,
};

/** A number as Python prints it: `1.`, `-2.5e-03`, `nan`, `inf`. */
function numberIn(word: string): number | undefined {
  const number = Number(word);
  if (!Number.isNaN(number)) return word === '' ? undefined : number;
  const lower = word.toLowerCase();
  return Object.hasOwn(special, lower) ? special[lower] : undefined;
}

/**
 * Rows of numbers between commas, semicolons, tabs or spaces, as np.savetxt and spreadsheets write them; a first line of
 * words alone is the head of a table.
 */
export function readTable(text: string): unknown[][] | undefined {
  const rows: number[][] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const words = line
      .trim()
      .replace(/\s+/g, ' ')
      .split(/ ?[,;] ?| /);
    const numbers = words.map(numberIn);
    const isHead =
      i === 0 && words.length > 1 && /[,;\t]/.test(line) && numbers.every((x) => x === undefined);
    if (isHead) continue;
    if (numbers.includes(undefined)) return undefined;
    rows.push(numbers as number[]);
  }
  return rows.length > 0 ? rows : undefined;
}
