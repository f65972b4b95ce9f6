/** How a small box of a word's picture stands: as on the stage. */
export type BoxState = 'empty' | 'held' | 'read' | 'written' | 'freed' | 'unread';

/** A picture of a word: boxes in rows, each with a name and a state; an arrow leads from the read box to the written one. */
export type Picture = readonly (readonly { readonly label: string; readonly state: BoxState }[])[];

/** A word of the page, in a sentence and a picture. */
export interface Word {
  readonly says: string;
  readonly picture: Picture;
  /** Other forms under which it stands in sentences. */
  readonly also?: readonly string[];
}

const held = (label: string) => ({ label, state: 'held' as const });

/** Every word that is explained where it stands. To add one is to add it here. */
export const words = {
  linear_cache: {
    says: 'What a layer keeps of its product W A_prev + b: the three things that went in.',
    picture: [[held('A_prev'), held('W'), held('b')]],
  },
  activation_cache: {
    says: 'What a layer keeps for its activation’s backward: Z, as the course has it, or what its keep rule says.',
    picture: [[held('Z')]],
  },
  slot: {
    says: 'One named place in a cache. It refers to a tensor; two slots can refer to the same one, whose bytes then count once.',
    picture: [[held('A'), held('A_prev')], [held('one buffer')]],
    also: ['slots'],
  },
  'keep rule': {
    says: 'What a layer’s activation_cache keeps on the way forward: Z, A, both, a mask, the slope, or nothing.',
    picture: [[held('Z'), { label: 'A', state: 'empty' }]],
    also: ['keep rules'],
  },
  mask: {
    says: 'One bit for each cell: which of the two slopes it has. Enough for relu and its kin.',
    picture: [[held('1'), { label: '0', state: 'empty' }, held('1'), held('1')]],
    also: ['masks'],
  },
  slope: {
    says: 'g′, the factor by which a small change of z changes a. Backward multiplies dA by it.',
    picture: [
      [
        { label: 'dA', state: 'read' },
        { label: 'g′', state: 'read' },
      ],
      [{ label: 'dZ', state: 'written' }],
    ],
    also: ['slopes'],
  },
  route: {
    says: 'The way by which backward gets the slope: from the slope itself, a mask, A, Z, or Z computed again.',
    picture: [[{ label: 'A', state: 'read' }, held('Z')], [{ label: 'g′', state: 'written' }]],
    also: ['routes'],
  },
  'never read': {
    says: 'Kept on the way forward, and no step of the whole pass reads it: memory for nothing.',
    picture: [[{ label: 'b', state: 'unread' }]],
  },
  held: {
    says: 'Bytes that caches hold for the way back. A tensor in two slots counts once; X, Y, W and b are yours and count nothing.',
    picture: [[held('Z'), { label: 'A', state: 'freed' }]],
  },
  miss: {
    says: 'A read of a slot that holds nothing. What is missing is computed again, from what is there.',
    picture: [
      [{ label: 'Z', state: 'empty' }],
      [
        { label: 'W', state: 'read' },
        { label: 'A_prev', state: 'read' },
        { label: 'b', state: 'read' },
      ],
    ],
    also: ['misses'],
  },
  checkpoint: {
    says: 'A layer’s input, kept so that the layers after it can be run again on the way back instead of being kept themselves.',
    picture: [
      [held('A[0]'), { label: 'A[1]', state: 'freed' }, { label: 'A[2]', state: 'freed' }, held('A[3]')],
    ],
    also: ['checkpoints'],
  },
} satisfies Readonly<Record<string, Word>>;

export type WordName = keyof typeof words;

/** All words, longer ones first, so that `keep rule` is found before a word in it. */
export const wordNames = (Object.keys(words) as WordName[]).sort((a, b) => b.length - a.length);

const forms = new Map(
  wordNames.flatMap((name) => {
    const { also = [] }: Word = words[name];
    return [name, ...also].map((form) => [form, name] as const);
  }),
);

const pattern = new RegExp(
  `(?<![\\w])(${[...forms.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\w])`,
);

/** A piece of a sentence; one of the words, where `word` says which. */
export interface Piece {
  readonly text: string;
  readonly word?: WordName;
}

/** A sentence cut where one of the words stands in it for the first time. */
export function explainedIn(sentence: string): readonly Piece[] {
  const seen = new Set<WordName>();
  return sentence.split(pattern).flatMap((text): Piece[] => {
    const word = forms.get(text);
    if (text === '') return [];
    if (!word || seen.has(word)) return [{ text }];
    seen.add(word);
    return [{ text, word }];
  });
}
