import { isFunction } from '../computing/functions';
import { Flaw } from './flaw';
import { isSpelling } from './spellings';

/** A piece of a formula in the one spelling that is parsed, and where it stood in what was written, from 0. */
export interface Token {
  readonly text: string;
  readonly at: number;
}

/** What the variable of a formula is: z, or a = g(z) in a slope in terms of a. */
export type Variable = 'z' | 'a';

/** The letters that people use for a variable; a formula uses one of them, in either case. */
const letters: Readonly<Record<Variable, readonly string[]>> = { z: ['z', 'x'], a: ['a', 'y'] };

const constants: Readonly<Record<string, string>> = { pi: 'pi', π: 'pi', e: 'e', E: 'e', ℯ: 'e' };

/** Where libraries keep their functions: np.exp is exp. */
const LIBRARY =
  /(?:np|numpy|jnp|jax|torch|tf|nn|F|K|math|Math|scipy|special|functional|keras|activations|cp)\s*\.\s*(?=[A-Za-z_])/y;

const NAME = /[\p{L}_][\p{L}\d_]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SUPERSCRIPT = /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/y;
const ROOT = /[√∛]\s*(?:[\p{L}_][\p{L}\d_]*(?!\s*[\p{L}\d_(])|[\d.]+)/uy;
const SIGN = /\*\*|<=|>=|==|!=|&&|\|\||\s+|[\s\S]/uy;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Signs that are written otherwise than the parser has them. */
const signs: Readonly<Record<string, string>> = {
  '**': '^',
  '·': '*',
  '⋅': '*',
  '×': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '&&': ' and ',
  '&': ' and ',
  '∧': ' and ',
  '∨': ' or ',
  '~': ' not ',
  '¬': ' not ',
  '√': 'sqrt',
  '∛': 'cbrt',
};

/** A formula in pieces, each in the spelling that is parsed. Throws a Flaw for a letter that is not its variable. */
export function tokensOf(text: string, variable: Variable): Token[] {
  const letter = letterOf(text, variable);
  const tokens: Token[] = [];
  let at = 0;
  const next = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const add = (found: string, ...texts: string[]) => {
    for (const each of texts) tokens.push({ text: each, at });
    at += found.length;
  };
  while (at < text.length) {
    const library = next(LIBRARY);
    if (library) {
      add(library);
      continue;
    }
    const name = next(NAME);
    if (name) {
      const inverse = /^⁻¹(?=\s*\()/.exec(text.slice(at + name.length))?.[0] ?? '';
      const isCalled = /^\s*(?:\(|=(?!=))/.test(text.slice(at + name.length + inverse.length));
      add(name + inverse, spelled(inverse ? `a${name}` : name, isCalled, letter, variable, at));
      continue;
    }
    const number = next(NUMBER);
    if (number) {
      add(number, number.replace(/\.(?!\d)/, ''));
      continue;
    }
    // A root has no need of parentheses around one letter or number.
    const root = next(ROOT);
    if (root) {
      const inside = root.slice(1).trim();
      const part = /^[\d.]/.test(inside) ? inside : spelled(inside, false, letter, variable, at + 1);
      add(root, root[0] === '√' ? 'sqrt' : 'cbrt', '(', part, ')');
      continue;
    }
    const power = next(SUPERSCRIPT);
    if (power) {
      const digits = [...power].map((c) => (c === '⁻' ? '-' : c === '⁺' ? '' : superscripts.indexOf(c)));
      add(power, '^', '(', digits.join(''), ')');
      continue;
    }
    const sign = next(SIGN)!;
    add(sign, Object.hasOwn(signs, sign) ? signs[sign]! : /^\s+$/.test(sign) ? ' ' : sign);
  }
  return tokens;
}

/** The letter that stands for the variable: the first of those there are; where none is, the usual one. */
const letterOf = (text: string, variable: Variable): string => {
  const names = new Set(Array.from(text.matchAll(new RegExp(NAME, 'gu')), ([name]) => name.toLowerCase()));
  return letters[variable].find((letter) => names.has(letter)) ?? variable;
};

/** A name as it is parsed: the variable, a constant, a function in its usual spelling; else as it stands. */
function spelled(name: string, isCalled: boolean, letter: string, variable: Variable, at: number): string {
  const lower = name.toLowerCase();
  if (lower === letter) return 'z';
  // The name that is parsed, and it is not the variable here.
  if (name === 'z') throw new Flaw(`${variable}, pi or e`, name, at);
  if (!isCalled && Object.hasOwn(constants, name)) return constants[name]!;
  if (!isCalled && lower === 'pi') return 'pi';
  if (isFunction(name) || isSpelling(name)) {
    // `float` alone is a type, as in (z > 0).astype(float).
    if (isCalled || name === 'float') return name;
    throw new Flaw(`parentheses behind ${name}, as in ${name}(${variable})`, name, at);
  }
  return isFunction(lower) || isSpelling(lower) ? spelled(lower, isCalled, letter, variable, at) : name;
}
