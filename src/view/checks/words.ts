import { format } from 'd3-format';
import { inWords } from '../../explain/numbers';

/** Two numbers with as many digits as it takes to tell them apart. */
export function apart(x: number, y: number): readonly [string, string] {
  for (let digits = 4; digits <= 17; digits++) {
    const write = (value: number) =>
      Number.isFinite(value)
        ? format(`.${digits}~g`)(value).replace('e-', 'e−').replace('e+', 'e')
        : inWords(value);
    const written = [write(x), write(y)] as const;
    if (written[0] !== written[1]) return written;
  }
  return [inWords(x), inWords(y)];
}

const letters = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** A count in letters at the beginning of a sentence, up to twelve; else in figures. */
export const inLetters = (count: number): string => letters[count] ?? String(count);
