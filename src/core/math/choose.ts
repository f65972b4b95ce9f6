import { type Matrix, zeros } from './matrix';

/*
 * Loops that choose between numbers without a branch: what a comparison gave is the index of what is stored. Which side
 * a cell of a network is on cannot be guessed, and a wrong guess costs a processor several times what the cell does.
 */

/** An open interval. NaN lies in none. */
export type Open = readonly [from: number, to: number];

/** min(max(x, from), to) of every cell. */
export function clamp({ rows, cols, type, data }: Matrix, [from, to]: Open): Matrix {
  const out = zeros(rows, cols, type);
  const choices = Float64Array.of(from, 0, to);
  for (let k = 0; k < data.length; k++) {
    const x = data[k]!;
    choices[1] = x;
    out.data[k] = choices[Number(!(x <= from)) + Number(x >= to)]!;
  }
  return out;
}

/** Whether each cell lies in an interval, as bits. */
export function within({ rows, cols, data }: Matrix, [from, to]: Open): Matrix {
  const out = zeros(rows, cols, 'bit');
  for (let k = 0; k < data.length; k++) out.data[k] = Number(data[k]! > from) & Number(data[k]! < to);
  return out;
}

/** Each cell times `inside` where the cell of `by` lies in an interval, else times `outside`. Times 0 it is 0, NaN too. */
export function gate(
  { rows, cols, type, data }: Matrix,
  { data: by }: Matrix,
  [from, to]: Open,
  inside: number,
  outside: number,
): Matrix {
  const out = zeros(rows, cols, type);
  const cells = out.data;
  const factors = Float64Array.of(outside, inside);
  const choices = new Float64Array(2);
  const [isShutOutside, isShutInside] = [outside === 0, inside === 0];
  for (let k = 0; k < cells.length; k++) {
    const x = by[k]!;
    const d = data[k]!;
    const isInside = Number(x > from) & Number(x < to);
    choices[0] = isShutOutside ? 0 : d;
    choices[1] = isShutInside ? 0 : d;
    cells[k] = choices[isInside]! * factors[isInside]!;
  }
  return out;
}
