import { type PythonLibrary, pythonLibraries } from '../../core/activations';
import { type Sizes, shapeOf } from '../../core/model/model';
import { type BufferName, gradientOf, isCachedName, kinds, named } from '../../core/model/names';

/** The languages in which a step is written. */
export const languages = pythonLibraries;

/** A language in which a step is written. */
export type Language = PythonLibrary;

/** What a line does to a cache: packs what is kept into a tuple, or takes it out of one. */
export type Packing = 'packs' | 'unpacks';

/** A line before it is known which line runs. */
export interface Draft {
  readonly text: string;
  /** The variable that it computes, if it is a step of a pass. */
  readonly sets?: string;
  readonly packing?: Packing;
  /** The variables that the function it calls computes. */
  readonly calls?: readonly string[];
  /** Whether it puts the layer's entry into the list of caches, or takes it out. */
  readonly entry?: true;
  /** Whether its names stand for no tensor of the layer. */
  readonly plain?: true;
}

/** A piece of a line: a word of Python, a comment, the name of a tensor, or all the rest. */
export interface Token {
  readonly text: string;
  readonly kind: 'keyword' | 'comment' | 'name' | 'plain';
  /** The tensor that a name stands for. */
  readonly tensor?: BufferName;
}

/** A line of a listing. */
export interface Line {
  /** Levels of indentation. */
  readonly depth: number;
  readonly tokens: readonly Token[];
  readonly running: boolean;
  /** Whether it leads to the line that runs: it calls that line's function, or computes something for it. */
  readonly leading: boolean;
  /** Whether the layer's entry in the list of caches stands there. */
  readonly entry: boolean;
  readonly packing?: Packing;
}

/** The tensors that the names of a listing stand for. */
export type Names = ReadonlyMap<string, BufferName>;

/** The tensors that the course's names stand for in layer l, whose input is that of its dense node. */
export const namesOf = (l: number, input: BufferName): Names =>
  new Map([
    ['A_prev', input],
    ['dA_prev', gradientOf(input)],
    ['Y', 'Y'],
    ['cost', 'cost'],
    ...kinds.map((kind): [string, string] => [kind, named(kind, l)]),
  ]);

/** Lines, indented further. */
export const indented = (drafts: readonly Draft[], depth = 1): Draft[] =>
  drafts.map((draft) => ({ ...draft, text: draft.text && '    '.repeat(depth) + draft.text }));

/** Arguments with their shapes, as a comment. */
export const shapesOf = (args: readonly string[], names: Names, sizes: Sizes): string => {
  const shaped = args.map((name) => {
    const { rows, cols } = shapeOf(names.get(name)!, sizes);
    return `${name} (${rows}, ${cols})`;
  });
  return `# ${shaped.join(', ')}`;
};

const keywords = new Set(['def', 'return', 'class', 'None', 'import', 'as', 'for', 'in', 'if']);

const pieces = /\w+|\W+/g;

function tokensOf(text: string, names: Names): Token[] {
  const comment = text.indexOf('#');
  const code = comment < 0 ? text : text.slice(0, comment);
  const rest = comment < 0 ? '' : text.slice(comment);
  return [
    ...wordsOf(code, names),
    ...wordsOf(rest, names).map((token) => ({ ...token, kind: 'comment' as const })),
  ];
}

const wordsOf = (text: string, names: Names): Token[] =>
  Array.from(text.matchAll(pieces), ({ 0: piece, index }): Token => {
    // What follows a point is an attribute, whatever else has its name.
    const tensor =
      text[index - 1] === '.' ? undefined : (names.get(piece) ?? (isCachedName(piece) ? piece : undefined));
    if (tensor) return { text: piece, kind: 'name', tensor };
    return { text: piece, kind: keywords.has(piece) ? 'keyword' : 'plain' };
  });

const none: Names = new Map();

/** Drafts as lines of tokens, marking the line that computes `running` and those that lead to it. */
export function linesOf(drafts: readonly Draft[], running: string, names: Names): Line[] {
  // Of several lines for one variable the last is the one that computes it.
  const runs = drafts.findLastIndex(({ sets }) => sets === running);
  return drafts.map(({ text, sets, packing, calls, entry, plain }, i) => ({
    depth: (text.length - text.trimStart().length) / 4,
    tokens: tokensOf(text.trim(), plain ? none : names),
    running: i === runs,
    leading: (i !== runs && sets === running) || (calls?.includes(running) ?? false),
    entry: entry ?? false,
    ...(packing && { packing }),
  }));
}
