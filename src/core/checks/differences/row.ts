import type { Matrix } from '../../math/matrix';
import type { Model } from '../../model/model';
import { type BufferName, parseName } from '../../model/names';
import type { Dependence, Node } from '../../operations';
import { operationOf } from '../../pass/nodes';
import type { Trace } from '../../pass/trace';
import { runAside } from '../../pass/what-if/run-aside';

/** How a node makes one row of its output: from one row of what it reads by rows, and from all of the rest. */
export interface RowStep {
  readonly node: Node;
  readonly reads: readonly { readonly name: BufferName; readonly isByRow: boolean }[];
  readonly writes: readonly BufferName[];
}

/** Whether a tensor of a kind is read by the row of the result, as W is in Σ_k W_ik A_kj, or has no part in it. */
const isByRow = (kind: string, { result, reads }: Dependence): boolean =>
  (reads(kind)?.[0] ?? result[0]) === result[0];

/**
 * How a node makes a row where some values move in that row alone; undefined where its output then moves in other rows
 * too. The formulas of its operation tell: what moves must have the same row index as the result.
 */
function rowStepOf(
  node: Node,
  { steps, model }: Trace,
  moving: ReadonlySet<BufferName>,
): RowStep | undefined {
  const step = steps.find((step) => step.node === node);
  const of = model.layers[node.layer - 1]!;
  const dependences = step?.writes.map(({ name }) => operationOf(node).forward.dependence(name, step, of));
  const isRow = (each: Dependence | undefined): each is Dependence => each?.result[0] === 'i';
  if (!step || !dependences?.every(isRow)) return undefined;
  const reads = step.reads.map(({ name }) => ({
    name,
    isByRow: dependences.every((each) => isByRow(parseName(name).kind, each)),
  }));
  if (reads.some((read) => moving.has(read.name) && !read.isByRow)) return undefined;
  return { node, reads, writes: step.writes.map(({ name }) => name) };
}

/** The nodes from `reader` on that can each make just one row while a parameter moves in that row; up to the first that can't. */
export function rowStepsFrom(reader: Node, parameter: BufferName, trace: Trace): readonly RowStep[] {
  const found: RowStep[] = [];
  const moving = new Set([parameter]);
  for (const node of trace.nodes.slice(trace.nodes.indexOf(reader))) {
    const step = rowStepOf(node, trace, moving);
    if (!step) break;
    found.push(step);
    for (const name of step.writes) moving.add(name);
  }
  return found;
}

/** What a node makes in row i, by name: its way forward over that row of all that it reads by rows. */
export function runRow(
  { node, reads, writes }: RowStep,
  i: number,
  model: Model,
  values: ReadonlyMap<BufferName, Matrix>,
): readonly (readonly [BufferName, Matrix])[] {
  const rows = new Map<BufferName, Matrix>();
  for (const { name, isByRow } of reads) {
    const matrix = values.get(name)!;
    rows.set(name, isByRow ? rowOf(matrix, i) : matrix);
  }
  runAside(operationOf(node).forward, node, { model, values: rows });
  // What is only there to be kept is not made aside.
  return writes.flatMap((name) => (rows.has(name) ? [[name, rows.get(name)!] as const] : []));
}

/** A copy of one row of a matrix. */
const rowOf = ({ cols, type, data }: Matrix, i: number): Matrix => ({
  rows: 1,
  cols,
  type,
  data: data.slice(i * cols, (i + 1) * cols),
});

/** A copy of a matrix with another row. */
export function withRow(matrix: Matrix, i: number, row: Matrix): Matrix {
  const data = matrix.data.slice();
  data.set(row.data, i * matrix.cols);
  return { ...matrix, data };
}
