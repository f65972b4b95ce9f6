import { type MathNode, parse } from 'mathjs/number';
import { LONGEST_FORMULA } from '../model-schema';
import { type Read, refused } from '../read';
import { shown } from '../sentence';
import type { Expression } from './expression';
import { Flaw, translate } from './translate';

/** A formula as it was understood, and the tree that mathjs made of it. */
export interface Parsed {
  readonly expression: Expression;
  readonly node: MathNode;
}

/** How deep parentheses may go: more is no formula, and would be more than the parser's stack. */
const DEEPEST = 60;

function depthOf(text: string): number {
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
const at = (position: number): string => `at character ${position}`;

/** Where a token first stands in a formula, from 0; a name only as a whole: there is no x in exp. −1 where it does not. */
const placeOf = (token: string, text: string): number =>
  /^\w+$/.test(token) ? text.search(new RegExp(`(?<!\\w)${token}(?!\\w)`)) : text.indexOf(token);

/** Reads a formula of z. Never throws; what is none is answered with a sentence that points at the place. */
export function parseFormula(text: string): Read<Parsed> {
  if (text.trim() === '')
    return refused('Expected a formula of z, such as z / (1 + exp(-z)), but it is empty.');
  if (text.length > LONGEST_FORMULA)
    return refused(
      `Expected a formula of at most ${LONGEST_FORMULA} characters, but found ${text.length.toLocaleString('en')}.`,
    );
  if (depthOf(text) > DEEPEST) return refused(`Expected parentheses at most ${DEEPEST} deep.`);
  let node: MathNode;
  try {
    // Of mathjs only its parser and its rules of differentiation are used: it never evaluates a formula.
    node = parse(text);
  } catch (error) {
    return refused(syntaxSentence(error));
  }
  try {
    return { ok: true, value: { expression: translate(node), node } };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    const position = error.token ? placeOf(error.token, text) : -1;
    const where = position < 0 ? '' : ` ${at(position + 1)}`;
    return refused(`Expected ${error.expected}, but found ${shown(error.found)}${where}.`);
  }
}

/** The parser's own complaint, which names the character. */
function syntaxSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const [, what, character] = /^(.*?)\s*\(char (\d+)\)$/s.exec(message) ?? [];
  return character
    ? `This is no formula: ${what!.charAt(0).toLowerCase()}${what!.slice(1)} ${at(Number(character))}.`
    : 'This is no formula.';
}
