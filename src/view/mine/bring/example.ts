import { type Sizes, shapeOf } from '../../../core/model/model';

/** Numbers as they could be in a gradient. */
const numbers = [' 0.003', '-0.007', ' 0.001', ' 0.012', '-0.004', ' 0.009', ' 0.006', '-0.002'];

/** How many rows and columns are written before dots take their place. */
const MOST = 4;

const some = (count: number, write: (i: number) => string): string[] => [
  ...Array.from({ length: Math.min(count, MOST) }, (_, i) => write(i)),
  ...(count > MOST ? ['…'] : []),
];

/** A dW1 of the shape that it has in a network of those sizes, as Python prints it: made up, to show how it is written. */
export function exampleFor(sizes: Sizes): string {
  const { rows, cols } = shapeOf('dW1', sizes);
  const row = (i: number) => `[${some(cols, (j) => numbers[(2 * i + j) % numbers.length]!).join(' ')}]`;
  return `dW1 = [${some(rows, row).join('\n       ')}]`;
}
