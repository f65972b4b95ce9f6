import { type MathNode, parse } from 'mathjs/number';
import { LONGEST_FORMULA } from '../../model/model-schema';
import { type Read, refused } from '../../read';
import { shown } from '../../sentence';
import type { Expression } from '../expression';
import { withoutBars, withoutIfs } from './branches';
import { Flaw } from './flaw';
import { standard } from './standard';
import { type Token, tokensOf, type Variable } from './tokens';
import { translate } from './translate';

/** A formula as it was understood, and the tree that mathjs made of it, in one spelling. */
export interface Parsed {
  readonly expression: Expression;
  readonly node: MathNode;
}

/** How deep parentheses may go: more is no formula, and would be more than the parser's stack. */
const DEEPEST = 60;

/** How deep the parentheses of a text go, and its questions. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '(' || character === '?') depth++;
    if (character === ')') depth--;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Where in a formula something is, as people count: `at character 7`. */
const at = (position: number): string => `at character ${position + 1}`;

const examples: Readonly<Record<Variable, string>> = { z: 'z / (1 + exp(-z))', a: 'a * (1 - a)' };

/** Reads a formula of z, or of a. Never throws; what is none is answered with a sentence that points at the place. */
export function parseFormula(text: string, variable: Variable = 'z'): Read<Parsed> {
  if (text.trim() === '')
    return refused(`Expected a formula of ${variable}, such as ${examples[variable]}, but it is empty.`);
  if (text.length > LONGEST_FORMULA)
    return refused(
      `Expected a formula of at most ${LONGEST_FORMULA} characters, but found ${text.length.toLocaleString('en')}.`,
    );
  let tokens: Token[] = [];
  try {
    if (depthOf(text) > DEEPEST) return refused(`Expected parentheses at most ${DEEPEST} deep.`);
    tokens = withoutIfs(withoutBars(tokensOf(text, variable)));
    const one = tokens.map((token) => token.text).join('');
    if (depthOf(one) > DEEPEST) return refused(`Expected parentheses at most ${DEEPEST} deep.`);
    const node = parsed(one, text, tokens);
    if (typeof node === 'string') return refused(node);
    const inOneSpelling = standard(node);
    return { ok: true, value: { expression: translate(inOneSpelling, variable), node: inOneSpelling } };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    const position = placeOf(error, tokens);
    const where = position === undefined ? '' : ` ${at(position)}`;
    return refused(`Expected ${error.expected}, but found ${shown(error.found)}${where}.`);
  }
}

/** Where in what was written a flaw is. */
const placeOf = ({ place }: Flaw, tokens: readonly Token[]): number | undefined =>
  typeof place === 'number' ? place : tokens.find(({ text }) => text === place)?.at;

/** The tree of a formula, or the parser's own complaint, which names the character. */
function parsed(one: string, text: string, tokens: readonly Token[]): MathNode | string {
  try {
    // Of mathjs only its parser and its rules of differentiation are used: it never evaluates a formula.
    return parse(one);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, what, character] = /^(.*?)\s*\(char (\d+)\)$/s.exec(message) ?? [];
    if (!character) return 'This is no formula.';
    const position = originOf(Number(character) - 1, tokens) ?? text.length;
    return `This is no formula: ${what!.charAt(0).toLowerCase()}${what!.slice(1)} ${at(position)}.`;
  }
}

/** Where a character of what is parsed stood in what was written; undefined behind the end. */
function originOf(index: number, tokens: readonly Token[]): number | undefined {
  let end = 0;
  for (const { text, at: origin } of tokens) {
    if (index < end + text.length) return origin;
    end += text.length;
  }
  return undefined;
}
