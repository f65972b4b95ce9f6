import { format } from 'd3-format';
import type { Flaw } from '../../core/checks/flaw';
import { inWords } from '../numbers';

/** A whole number as people write it: `5,120`. */
export const grouped = format(',');

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

/** A cell by its place, counted from one: `dW[1] (2, 1)`; J has no place. */
export const cellInWords = (spokenName: string, { tensor, row, col }: Flaw): string =>
  tensor === 'cost' ? spokenName : `${spokenName} (${row + 1}, ${col + 1})`;
