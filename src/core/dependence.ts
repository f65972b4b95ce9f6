import { activationOf, activations } from './activations';
import { type BufferName, parseName } from './names';
import type { Operation, Step, Trace } from './trace';

/** Cells of a tensor: one row or all, one column or all; rows and columns from 0. */
export interface Cells {
  readonly tensor: BufferName;
  readonly row?: number | undefined;
  readonly col?: number | undefined;
}

/** One cell of a tensor. */
export interface CellOf {
  readonly tensor: BufferName;
  readonly row: number;
  readonly col: number;
}

/** The indices of a tensor as in a formula: of W in `Σ_k W_ik A_kj` they are `ik`; `1` is an axis of length one. */
type Indices = readonly [row: string, col: string];

/** An operation as a formula has it: the indices of its result, and of what it reads by its kind. */
interface Dependence {
  readonly result: Indices;
  reads(kind: string): Indices;
}

const i_j: Indices = ['i', 'j'];
const columnOf: Indices = ['k', 'j'];
const whole: Indices = ['p', 'q'];

/** Z_ij = Σ_k W_ik A_kj + b_i */
const linear: Dependence = {
  result: i_j,
  reads: (kind) => (kind === 'W' ? ['i', 'k'] : kind === 'b' ? ['i', '1'] : columnOf),
};

/** Each operation's formula, by indices alone. To add an operation is to add its formula here. */
export const dependences = {
  linear,
  /** A_ij = g(Z_ij) and dZ_ij = dA_ij g′_ij, by whatever slot. */
  activation: { result: i_j, reads: () => i_j },
  /** J = Σ_pq of A_pq and Y_pq. */
  cost: { result: ['1', '1'], reads: () => whole },
  cost_gradient: { result: i_j, reads: () => i_j },
  /** dZ_ij = A_ij − Y_ij */
  output: { result: i_j, reads: () => i_j },
  /** dW_ij = Σ_k dZ_ik A_jk / m */
  weights: { result: i_j, reads: (kind) => (kind === 'dZ' ? ['i', 'k'] : ['j', 'k']) },
  /** db_i = Σ_k dZ_ik / m */
  bias: { result: ['i', '1'], reads: () => ['i', 'k'] },
  /** dA_ij = Σ_k W_ki dZ_kj */
  input: { result: i_j, reads: (kind) => (kind === 'W' ? ['k', 'i'] : columnOf) },
} satisfies Record<Operation, Dependence>;

/** Softmax works on columns: every cell of one depends on all of it, forward and backward. */
const softmaxDependence: Dependence = { result: i_j, reads: () => columnOf };

function dependenceOf({ op, layer }: Step, { model }: Trace): Dependence {
  const of = model.layers[layer - 1];
  const isSoftmax = op === 'activation' && of !== undefined && activationOf(of) === activations.softmax;
  return isSoftmax ? softmaxDependence : dependences[op];
}

/** The cells with indices `of` that go with one cell whose indices are `known`. */
function follow(of: Indices, known: Indices, { row, col }: CellOf, tensor: BufferName): Cells {
  const at = new Map([
    [known[0], row],
    [known[1], col],
  ]);
  const index = (name: string) => (name === '1' ? 0 : at.get(name));
  return { tensor, row: index(of[0]), col: index(of[1]) };
}

/** Where g takes one slope everywhere, what is stored of it depends on nothing. */
const isConstant = (tensor: BufferName, { model }: Trace): boolean => {
  const { kind, layer } = parseName(tensor);
  const of = model.layers[layer - 1];
  return kind === 'slope' && of !== undefined && activationOf(of).routes(of.alpha).length === 0;
};

/** The cells of all that a step reads from which it works out one cell of what it writes, by formula. */
export function sourcesOf(step: Step, trace: Trace, cell: CellOf): readonly Cells[] {
  if (isConstant(cell.tensor, trace)) return [];
  const { result, reads } = dependenceOf(step, trace);
  return step.reads.map((tensor) => follow(reads(parseName(tensor).kind), result, cell, tensor));
}

/** The cells of all that a step writes that depend on one cell of what it reads; none where it does not read it. */
export function dependentsOf(step: Step, trace: Trace, cell: CellOf): readonly Cells[] {
  if (!step.reads.includes(cell.tensor)) return [];
  const { result, reads } = dependenceOf(step, trace);
  const known = reads(parseName(cell.tensor).kind);
  const results = step.writes.filter((tensor) => !isConstant(tensor, trace));
  return results.map((tensor) => follow(result, known, cell, tensor));
}

/** Whether a cell is among those. */
export const includes = (cells: Cells, { tensor, row, col }: CellOf): boolean =>
  cells.tensor === tensor && (cells.row ?? row) === row && (cells.col ?? col) === col;

/** The step that wrote a tensor as it stands after `index` steps; undefined for what is given or not there yet. */
export const writerOf = (tensor: BufferName, trace: Trace, index: number): Step | undefined =>
  trace.steps.findLast((step) => step.index <= index && step.writes.includes(tensor));
