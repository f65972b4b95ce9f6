/** The room that a strip has for its sentence, and how large its letters are there at most, in CSS pixels. */
export interface SaidRoom {
  readonly width: number;
  readonly height: number;
  readonly most: number;
}

/** How large letters are, and how high the sentences that are written in them, in CSS pixels. */
export interface SaidType {
  readonly fontSize: number;
  readonly lineHeight: string;
  readonly height: number;
}

const sizes = [22, 19, 17, 15, 14, 13, 12, 11];

/** About how wide a bold letter is, how much of a line a word leaves that has no room in it, and how high a line is, by the size of letters. */
const [LETTER, LEFT, LINE] = [0.57, 2.3, 1.17];

/**
 * The type of all sentences of a pass, by the length of its longest: as large as that one allows, so that none is larger
 * than another, and none begins elsewhere. One that is too long for the smallest has as many lines as there is room for.
 */
export function typeOf(longest: number, { width, height, most }: SaidRoom): SaidType {
  const linesAt = (size: number): number => {
    const length = longest * LETTER * size;
    return length <= width ? 1 : Math.ceil(length / (width - LEFT * size));
  };
  const highest = (size: number) => Math.floor(height / (size * LINE));
  const fitting = sizes.find((size) => size <= most && linesAt(size) <= highest(size));
  const fontSize = fitting ?? sizes[sizes.length - 1]!;
  const lines = Math.max(1, Math.min(linesAt(fontSize), highest(fontSize)));
  return { fontSize, lineHeight: String(LINE), height: lines * fontSize * LINE };
}
