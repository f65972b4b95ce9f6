import { type ActivationSlot, activationOf, activations, cacheReadBy } from '../core/activations';
import { largest } from '../core/math/extremes';
import { cell as at, fromRows, type Matrix } from '../core/math/matrix';
import { isGiven } from '../core/model/model';
import { parseName } from '../core/model/names';
import { losses } from '../core/operations/losses';
import { routeTaken } from '../core/operations/route-taken';
import { type CellOf, writerOf } from '../core/pass/dependence';
import { computedIn } from '../core/pass/standing';
import type { Step, Trace } from '../core/pass/trace';

/** A product of numbers. */
export type Term = readonly number[];

/** A number that a formula takes, by the name it has there. */
export interface Operand {
  readonly name: string;
  readonly value: number;
}

/** How a cell came about: the sum of its terms, less or divided by what the formula takes away or divides by. */
export interface Reckoning {
  readonly terms: readonly Term[];
  readonly minus?: number;
  readonly dividedBy?: number;
  /** What is worked out by a function instead of by products, and what that function was given. */
  readonly of?: {
    readonly name: string;
    readonly operands: readonly Operand[];
    /** g′ by its route: its value, and how it is worked out in TeX where that is more than to read it. */
    readonly value?: number;
    readonly tex?: string;
  };
}

/** A cell with its value and how it came about; without a step where it was given, not computed. */
export interface Explanation {
  readonly cell: CellOf;
  readonly value: number;
  readonly step?: Step;
  readonly reckoning?: Reckoning;
}

type Reckon = (step: Step, trace: Trace, cell: CellOf) => Reckoning;

const buffer = (step: Step, _: Trace, name: string): Matrix =>
  step.reads.find((value) => value.name === name)!.matrix;
const one = (value: number, { model }: Trace) => fromRows([[value]], model.precision);
const upTo = (count: number) => Array.from({ length: count }, (_, k) => k);
const columnOf = (matrix: Matrix, col: number): Matrix =>
  fromRows(
    upTo(matrix.rows).map((i) => [at(matrix, i, col)]),
    'float64',
  );

const linear: Reckon = (step, trace, { row, col }) => {
  const l = step.layer;
  const [W, A, b] = [
    buffer(step, trace, `W${l}`),
    buffer(step, trace, `A${l - 1}`),
    buffer(step, trace, `b${l}`),
  ];
  return { terms: [...upTo(W.cols).map((k) => [at(W, row, k), at(A, k, col)]), [at(b, row, 0)]] };
};

/** g of one cell; of softmax, e^z over the column's sum, both less the largest z. */
function forward(step: Step, trace: Trace, { tensor, row, col }: CellOf): Reckoning {
  const l = step.layer;
  const layer = trace.model.layers[l - 1]!;
  const Z = buffer(step, trace, `Z${l}`);
  const z = at(Z, row, col);
  const { kind } = parseName(tensor);
  const of = { name: kind === 'A' ? layer.activation : kind, operands: [{ name: 'z', value: z }] };
  if (activationOf(layer) !== activations.softmax) {
    const g = activationOf(layer);
    const cellOfZ = one(z, trace);
    const result =
      kind === 'mask' || kind === 'slope'
        ? g.derive(kind, cellOfZ, layer.alpha)!
        : g.forward(cellOfZ, layer.alpha);
    return { terms: [[result.data[0]!]], of };
  }
  const column = columnOf(Z, col).data;
  const highest = largest(column);
  const exponentials = Array.from(column, (x) => Math.exp(x - highest));
  return { terms: [[exponentials[row]!]], dividedBy: exponentials.reduce((sum, e) => sum + e, 0), of };
}

/** dA g′, with g′ by the slot that was read. */
function backward(step: Step, trace: Trace, { row, col }: CellOf): Reckoning {
  const l = step.layer;
  const layer = trace.model.layers[l - 1]!;
  const dA = buffer(step, trace, `dA${l}`);
  const read = step.cache.find((event) => event.kind === 'read');
  if (!read) return { terms: [[at(dA, row, col), 1]] };
  const stored = buffer(step, trace, read.buffer);
  const g = activationOf(layer);
  if (g === activations.softmax) {
    const column = columnOf(stored, col);
    const a = (read.slot === 'A' ? column : g.forward(column, layer.alpha)).data;
    const own = [a[row]!, at(dA, row, col)];
    return { terms: [own, ...upTo(dA.rows).map((k) => [-a[row]!, a[k]!, at(dA, k, col)])] };
  }
  const value = at(stored, row, col);
  const slot = read.slot as ActivationSlot;
  const cache = cacheReadBy(new Set([slot]), () => fromRows([[value]], stored.type));
  const slope = g.backward(cache, one(1, trace), layer.alpha, layer.route).data[0]!;
  // Selected, not multiplied: not even what is no number passes a closed cell.
  const closed =
    slope === 0 && !Number.isFinite(at(dA, row, col)) && at(buffer(step, trace, `dZ${l}`), row, col) === 0;
  const tex = g.tex.slope[routeTaken(step, trace.model) ?? slot];
  return {
    terms: [closed ? [0] : [at(dA, row, col), slope]],
    of: {
      name: 'g′',
      operands: [{ name: `${slot}[${l}]`, value }],
      value: slope,
      ...(tex !== undefined && { tex: `g' = ${tex}` }),
    },
  };
}

const cost: Reckon = (step, trace) => {
  const { cost: partOf } = losses[trace.model.loss];
  const [A, Y] = [buffer(step, trace, `A${step.layer}`), buffer(step, trace, 'Y')];
  const parts = Array.from(A.data, (a, k) => [
    partOf(fromRows([[a]], 'float64'), fromRows([[Y.data[k]!]], 'float64')),
  ]);
  return { terms: parts, dividedBy: A.cols };
};

const costGradient: Reckon = (step, trace, { row, col }) => {
  const a = at(buffer(step, trace, `A${step.layer}`), row, col);
  const y = at(buffer(step, trace, 'Y'), row, col);
  const operands = [
    { name: 'a', value: a },
    { name: 'y', value: y },
  ];
  const { gradient } = losses[trace.model.loss];
  return {
    terms: [[gradient(one(a, trace), one(y, trace)).data[0]!]],
    of: { name: 'slope of the loss', operands },
  };
};

/** a − y */
const output: Reckon = (step, trace, { row, col }) => ({
  terms: [[at(buffer(step, trace, `A${step.layer}`), row, col)]],
  minus: at(buffer(step, trace, 'Y'), row, col),
});

const weights: Reckon = (step, trace, { row, col }) => {
  const l = step.layer;
  const [dZ, A] = [buffer(step, trace, `dZ${l}`), buffer(step, trace, `A${l - 1}`)];
  return { terms: upTo(dZ.cols).map((k) => [at(dZ, row, k), at(A, col, k)]), dividedBy: dZ.cols };
};

const bias: Reckon = (step, trace, { row }) => {
  const l = step.layer;
  const dZ = buffer(step, trace, `dZ${l}`);
  return { terms: upTo(dZ.cols).map((k) => [at(dZ, row, k)]), dividedBy: dZ.cols };
};

const input: Reckon = (step, trace, { row, col }) => {
  const l = step.layer;
  const [W, dZ] = [buffer(step, trace, `W${l}`), buffer(step, trace, `dZ${l}`)];
  return { terms: upTo(W.rows).map((k) => [at(W, k, row), at(dZ, k, col)]) };
};

const reckonings: Record<string, Reckon> = {
  linear,
  activation: (step, ...rest) => (step.phase === 'backward' ? backward : forward)(step, ...rest),
  cost,
  cost_gradient: costGradient,
  output,
  weights,
  bias,
  input,
};

/**
 * How a cell came about by the step that wrote it last, up to step `index`, whatever was done to it by hand since;
 * undefined while it is not there.
 */
export function explain(cell: CellOf, trace: Trace, index: number): Explanation | undefined {
  const { tensor, row, col } = cell;
  const given = isGiven(tensor, trace.model);
  const step = given ? undefined : writerOf(tensor, trace, index);
  const matrix = step
    ? step.writes.find(({ name }) => name === tensor)!.matrix
    : given
      ? computedIn(trace).get(tensor)
      : undefined;
  if (!matrix || row >= matrix.rows || col >= matrix.cols) return undefined;
  const value = at(matrix, row, col);
  if (given) return { cell, value };
  return step && { cell, value, step, reckoning: reckonings[step.op]!(step, trace, cell) };
}
