import { largest } from '../../core/math/extremes';
import type { Look } from './look';
import { element, escaped } from './xml';

/** A picture in a file: the pieces of an SVG, and its size in CSS pixels. */
export interface Picture {
  readonly svg: string[];
  readonly width: number;
  readonly height: number;
}

/** What stands in a picture below what was before it, under a heading of its own. */
export interface Part {
  readonly width: number;
  readonly height: number;
  readonly heading?: string;
  readonly inside: readonly string[];
}

/** What a picture shows, and what its caption says of it. */
export interface Framed {
  /** The network and the step. */
  readonly title: string;
  /** What the step does. */
  readonly says: string;
  /** Where the page shows it. */
  readonly link?: string | undefined;
  readonly parts: readonly Part[];
}

const HEADING = 30;
const EDGE = 14;
const LINE = 18;

/** About how wide a letter of a caption is, and of a link, which has more capitals and digits. */
const [LETTER, LETTER_OF_LINK] = [6.6, 8];

/** The most lines that a link may take; one that is longer is left out, since nobody would type it. */
const MOST_LINK_LINES = 4;

/** A text in lines of so many letters, broken between words; in a word where it has no end. */
function lines(text: string, letters: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > letters) {
    const blank = rest.lastIndexOf(' ', letters);
    const at = blank > 0 ? blank : letters;
    found.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...found, rest];
}

/** Puts parts one below the other on the theme's ground, with a caption under them. */
export function framed({ title, says, link, parts }: Framed, { tones }: Look): Picture {
  const width = largest(parts.map((part) => part.width));
  const lettersIn = (letter: number) => Math.floor((width - 2 * EDGE) / letter);
  const linkLines = link ? lines(link, lettersIn(LETTER_OF_LINK)) : [];
  const caption = [
    ...lines(`${title}: ${says}`, lettersIn(LETTER)),
    ...(linkLines.length <= MOST_LINK_LINES ? linkLines : []),
  ];
  let y = 0;
  const stacked = parts.flatMap(({ heading, inside, height }) => {
    const above = heading ? HEADING : 0;
    const words = heading
      ? [
          element(
            'text',
            { x: EDGE, y: y + 20, 'font-size': 13.5, 'font-weight': 650, fill: tones.ink },
            escaped(heading),
          ),
        ]
      : [];
    const placed = [...words, `<g transform="translate(0 ${y + above})">`, ...inside, '</g>'];
    y += above + height;
    return placed;
  });
  const height = y + caption.length * LINE + EDGE;
  const written = caption.map((text, i) =>
    element(
      'text',
      { x: EDGE, y: y + (i + 0.75) * LINE, 'font-size': 12, fill: tones['ink-soft'] },
      escaped(text),
    ),
  );
  return {
    width,
    height,
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif">`,
      element('title', {}, escaped(title)),
      element('desc', {}, escaped(says)),
      element('rect', { width, height, fill: tones.ground }),
      ...stacked,
      ...written,
      '</svg>\n',
    ],
  };
}
