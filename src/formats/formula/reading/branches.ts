import { Flaw } from './flaw';
import type { Token } from './tokens';

const isSpace = ({ text }: Token): boolean => text.trim() === '';

/** What stands before something that begins, and not before something that ends. */
const OPENING = /^(?:[-+*/^(,?:<>=]|[<>=!]=| (?:and|or|not) |and|or|not)$/;

/** Bars around a part, |z|, as calls of abs; where a bar can neither open nor close anything, it is an or. */
export function withoutBars(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  /** For each bar that is open: how many parentheses are. */
  const open: number[] = [];
  let depth = 0;
  for (const { text, at } of tokens) {
    if (text === '(') depth++;
    if (text === ')') depth--;
    if (text !== '|' && text !== '||') {
      out.push({ text, at });
      continue;
    }
    for (let i = 0; i < text.length; i++) {
      const opens = OPENING.test(out.findLast((each) => !isSpace(each))?.text ?? '(');
      if (opens) {
        open.push(depth);
        out.push({ text: 'abs', at }, { text: '(', at });
      } else if (open.at(-1) === depth) {
        open.pop();
        out.push({ text: ')', at });
      } else {
        out.push({ text: ' or ', at });
        break;
      }
    }
  }
  if (open.length > 0)
    throw new Flaw(
      'a second | for every |, as in |z|, or abs(z)',
      '|',
      tokens.find(({ text }) => /\|/.test(text))!.at,
    );
  return out;
}

/** `p if c else q`, as Python has it, as `(c) ? (p) : (q)`. */
export function withoutIfs(tokens: readonly Token[]): Token[] {
  const at = topLevel(tokens, ['if'], 0);
  if (at < 0) return inner(tokens);
  const other = topLevel(tokens, ['else'], at + 1);
  if (other < 0) throw new Flaw('an else behind the if, as in z if z > 0 else 0', 'if', tokens[at]!.at);
  const from = topLevelBack(tokens, at);
  if (tokens.slice(from, at).every(isSpace))
    throw new Flaw('a value before the if, as in z if z > 0 else 0', 'if', tokens[at]!.at);
  const end = topLevel(tokens, [','], other + 1);
  const to = end < 0 ? tokens.length : end;
  const sign = (text: string, i: number): Token => ({ text, at: tokens[i]!.at });
  return [
    ...inner(tokens.slice(0, from)),
    sign('(', at),
    ...withoutIfs(tokens.slice(at + 1, other)),
    sign(')', at),
    sign('?', at),
    sign('(', at),
    ...inner(tokens.slice(from, at)),
    sign(')', at),
    sign(':', other),
    sign('(', other),
    ...withoutIfs(tokens.slice(other + 1, to)),
    sign(')', other),
    ...withoutIfs(tokens.slice(to)),
  ];
}

/** The same inside each pair of parentheses. */
function inner(tokens: readonly Token[]): Token[] {
  const from = tokens.findIndex(({ text }) => text === '(');
  if (from < 0) return [...tokens];
  let depth = 0;
  const length = tokens.slice(from).findIndex(({ text }) => {
    depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    return depth === 0;
  });
  if (length < 0) return [...tokens];
  const to = from + length;
  return [
    ...tokens.slice(0, from + 1),
    ...withoutIfs(tokens.slice(from + 1, to)),
    tokens[to]!,
    ...inner(tokens.slice(to + 1)),
  ];
}

/** Where one of those words first stands outside all parentheses, from there on. −1 where it does not. */
function topLevel(tokens: readonly Token[], words: readonly string[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const { text } = tokens[i]!;
    if (depth === 0 && words.includes(text)) return i;
    depth += text === '(' ? 1 : text === ')' ? -1 : 0;
  }
  return -1;
}

/** Where what stands before an if begins: behind the last comma outside all parentheses. */
function topLevelBack(tokens: readonly Token[], before: number): number {
  let depth = 0;
  for (let i = before - 1; i >= 0; i--) {
    const { text } = tokens[i]!;
    if (depth === 0 && text === ',') return i + 1;
    depth += text === ')' ? 1 : text === '(' ? -1 : 0;
  }
  return 0;
}
