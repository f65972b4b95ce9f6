import type { Matrix } from '../core/math/matrix';
import { type Sizes, shapeOf } from '../core/model/model';
import { type BufferName, isColumn, parseName, spoken } from '../core/model/names';
import { factorWords } from './causes/factors';
import type { Convention } from './conventions';
import type { Match } from './finding/search';
import type { Format } from './precision';
import type { Found } from './report';
import { type Brought, isOneShape } from './tensor';

/** A cause in words. */
export function foundOf(match: Match, { data }: Matrix): Found {
  const { id, cause, scene, attempt, factor, inside } = match;
  const { cells, why, ...telling } = cause.tell(scene, attempt.detail);
  const taken = factor === undefined ? '' : `, all of it times ${factorWords(factor, scene.m)}`;
  const all = data.length === 1 ? 'It is' : `All ${data.length} cells are`;
  const said = inside
    ? `You brought no ${spoken(inside)}, but what you brought comes from one that is ${cells}${taken}.`
    : `${all} ${cells}${taken}.`;
  return { id, detail: attempt.detail, factor, inside, ...telling, cells: said, why };
}

const shapeWords = ({ rows, cols }: { rows: number; cols: number }): string => `(${rows}, ${cols})`;

/** How near two numbers are that are one, where nothing more is known. */
const NEAR = 1e-3;

/** What can be said of a tensor that nothing known explains: its shape, which cells are off, their ratio. */
export function remarkOn(name: BufferName, theirs: Matrix, own: Matrix): string {
  if (!isOneShape(theirs, own))
    return `Yours has shape ${shapeWords(theirs)}, and ${spoken(name)} must be ${shapeWords(own)}.`;
  const off = Array.from(own.data.keys()).filter(
    (k) => !(Math.abs(theirs.data[k]! - own.data[k]!) <= NEAR * Math.abs(own.data[k]!)),
  );
  const all = own.data.length;
  const { cols } = own;
  const places = (what: string, ids: ReadonlySet<number>, count: number) =>
    ids.size <= Math.min(3, count - 1)
      ? ` All that is off is in ${what} ${[...ids].map((i) => i + 1).join(', ')}.`
      : '';
  const where =
    places('row', new Set(off.map((k) => Math.floor(k / cols))), own.rows) ||
    places('column', new Set(off.map((k) => k % cols)), cols);
  const ratios = off.map((k) => theirs.data[k]! / own.data[k]!);
  const isOne =
    off.length > 1 && ratios.every((r) => Math.abs(r - ratios[0]!) <= NEAR * Math.abs(ratios[0]!));
  const ratio = isOne ? ` Each of them is ${Number(ratios[0]!.toPrecision(4))} times what it should be.` : '';
  const count =
    off.length === all
      ? all === 1
        ? 'It is a different number.'
        : `All ${all} cells are off.`
      : `${off.length} of ${all} cells ${off.length === 1 ? 'is' : 'are'} off; the others are right.`;
  return `${count}${where}${ratio}`;
}

/** What was recognised in the way somebody writes, in sentences. */
export function conventionRemarks(
  { examples, weights, gradients, cost }: Convention,
  { name: format }: Format,
  brought: ReadonlyMap<BufferName, Brought>,
  sizes: Sizes,
): string[] {
  const flat = Array.from(brought).flatMap(([name, { shape }]) => {
    const { rows } = shapeOf(name, sizes);
    return isColumn(parseName(name).kind) && shape.length === 1 && rows > 1 ? [spoken(name)] : [];
  });
  return [
    examples === 'rows'
      ? `Your examples are rows${weights === 'inputs by units' ? ', and W is inputs by units' : ''}: everything is transposed before it is compared.`
      : 'Your examples are columns, as in the course.',
    ...(gradients === 'of the mean'
      ? [
          'Your dA and dZ are those of the mean cost, with 1/m in them, as PyTorch has them: they are multiplied by m before they are compared.',
        ]
      : []),
    ...(cost === 'sum'
      ? [
          'Your cost is the sum over the examples, and so are dW and db: they are divided by m before they are compared.',
        ]
      : []),
    ...(format === 'float64' ? [] : [`Your numbers are ${format}, and are compared to as many digits.`]),
    ...(flat.length > 0
      ? [`${flat.join(', ')} came flat, and ${flat.length > 1 ? 'are' : 'is'} read as a column.`]
      : []),
  ];
}
