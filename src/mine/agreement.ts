import { isSame } from '../core/checks/distance';
import type { Matrix } from '../core/math/matrix';
import { type BufferName, isColumn, parseName } from '../core/model/names';
import { DRAWS, SHORT, spreadOf } from './finding/shaken';
import type { Made, Way } from './pass';
import { isOneShape, reshaped, type Tensor } from './tensor';
import { slipsOf, UNITS, type World } from './world';

/** How a tensor of theirs compares with a computation. */
export interface Agreement {
  /** The largest difference of a cell, as a part of what is allowed: up to 1 they agree. Infinity for another shape. */
  readonly score: number;
  /** Whether everything is allowed, so that nothing is told: the computation loses all its digits. */
  readonly blind: boolean;
}

const none: Agreement = { score: Infinity, blind: false };

/** Beyond this part of all their numbers two tensors differ, whatever rounding does, unless cells are lost. */
const FAR = 0.3;

/** In up to so many cells, differences are always held against what rounding can do. */
const FEW = 4096;

/** One number a unit, or a sum over the wrong axis in its place, as theirs stands: as a row or as a column. */
const asTheirs = (matrix: Matrix, theirs: Matrix, { name }: Made): Matrix =>
  isColumn(parseName(name).kind) &&
  matrix.data.length === theirs.data.length &&
  (matrix.rows === 1 || matrix.cols === 1)
    ? reshaped(matrix, theirs.rows, theirs.cols)
    : matrix;

/** After so many draws it is told what no further draw will bring near: beyond so many times what is allowed. */
const FIRST_DRAWS = 2;
export const HOPELESS = 1e4;

/** Whether tensors are far apart at first sight. */
function areFar(x: Matrix['data'], y: Matrix['data']): boolean {
  if (x.length <= FEW) return false;
  let [apart, sum] = [0, 0];
  for (let k = 0; k < x.length; k++) {
    apart += Math.abs(x[k]! - y[k]!);
    sum += Math.abs(x[k]!) + Math.abs(y[k]!);
  }
  return apart > FAR * sum;
}

/** What goes with a comparison. */
interface Beside {
  /** What is taken as it should be, not as it was brought. */
  readonly mended?: readonly BufferName[];
  /** Gets the cells that differ by more than is allowed. */
  readonly off?: number[];
  /** How far the cells of the right result may be off: what is beyond all reach of that need not be drawn. */
  readonly usual?: Matrix | undefined;
}

/** Compares a tensor of theirs with what a way makes for its step of the numbers of a world. */
export function agreementOf(
  { matrix: theirs, error }: Tensor,
  made: Made,
  way: Way,
  world: World,
  { mended = [], off, usual }: Beside = {},
): Agreement {
  const right = asTheirs(way(world.numbers(0, mended).of), theirs, made);
  if (!isOneShape(right, theirs)) return none;
  const { slack, least, unit } = world.format;
  const slips = slipsOf(made, world.numbers(0, mended).of);
  /** How far apart they may be in a cell. */
  const allowedAt = (k: number, spread: Matrix | undefined): number => {
    const slip = SHORT * UNITS * unit * Math.abs(slips?.data[k] ?? 0);
    return slack * Math.abs(right.data[k]!) + slip + error.data[k]! + least + (spread?.data[k] ?? 0);
  };
  const within = (spread?: Matrix, beyond?: number[]): Agreement => {
    let [score, telling] = [0, 0];
    for (let k = 0; k < theirs.data.length; k++) {
      const [x, y] = [theirs.data[k]!, right.data[k]!];
      const allowed = allowedAt(k, spread);
      if (2 * allowed < Math.max(Math.abs(x), Math.abs(y)) || (x === 0 && allowed < Infinity)) telling++;
      if (isSame(x, y) || allowed === Infinity) continue;
      const share = Math.abs(x - y) / allowed;
      if (!(share <= 1)) beyond?.push(k);
      if (!(share <= score)) score = Number.isNaN(share) ? Infinity : share;
    }
    return { score, blind: telling === 0 };
  };
  const isBeyondReach = (x: number, k: number): boolean =>
    Math.abs(x - right.data[k]!) > HOPELESS * allowedAt(k, usual);
  if (usual && isOneShape(usual, theirs) && theirs.data.some(isBeyondReach)) return none;
  const first = within();
  if (first.score <= 1 || (!off && areFar(theirs.data, right.data))) return first;
  const known = world.spreadAt(made.name, right);
  if (known) return within(known, off);
  const draws: Matrix[] = [];
  for (let draw = 1; draw <= DRAWS; draw++) {
    draws.push(asTheirs(way(world.numbers(draw, mended).of), theirs, made));
    if (draw !== FIRST_DRAWS || off) continue;
    const sofar = within(spreadOf(right, draws));
    if (sofar.score > HOPELESS) return sofar;
  }
  return within(spreadOf(right, draws), off);
}

/** How far the cells of a tensor may be off in a world, as few draws of the right computation tell; in their shape. */
export function usualSpread(
  { matrix: theirs }: Tensor,
  made: Made,
  world: World,
  mended: readonly BufferName[] = [],
): Matrix {
  const drawn = (draw: number) => asTheirs(made.ways[0]!(world.numbers(draw, mended).of), theirs, made);
  const right = drawn(0);
  const known = world.spreadAt(made.name, right);
  if (known) return known;
  return spreadOf(
    right,
    Array.from({ length: FIRST_DRAWS }, (_, i) => drawn(i + 1)),
  );
}

/** The cells of a tensor of theirs, counted row by row, that are not what a way makes; none where it has another shape. */
export function cellsOff(tensor: Tensor, made: Made, way: Way, world: World): readonly number[] {
  const off: number[] = [];
  agreementOf(tensor, made, way, world, { off });
  return off;
}

/** Whether a tensor of theirs is what a way makes, as far as its digits and rounding tell. */
export const agrees = (
  tensor: Tensor,
  made: Made,
  way: Way,
  world: World,
  mended: readonly BufferName[] = [],
): boolean => agreementOf(tensor, made, way, world, { mended }).score <= 1;
