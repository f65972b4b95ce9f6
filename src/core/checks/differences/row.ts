import type { Matrix } from '../../math/matrix';
import { type BufferName, parseName } from '../../model/names';
import type { Dependence, Node } from '../../operations';
import { operationOf } from '../../pass/nodes';
import { runAside } from '../../pass/run-aside';
import type { Step, Trace } from '../../pass/trace';

/** The step in which a node ran forward. */
const stepOf = (node: Node, { steps }: Trace): Step | undefined => steps.find((step) => step.node === node);

/** How all that a node writes on its way forward hangs on what it reads; undefined where some hangs on nothing. */
function dependencesOf(node: Node, trace: Trace): readonly Dependence[] | undefined {
  const step = stepOf(node, trace);
  if (!step) return undefined;
  const of = trace.model.layers[node.layer - 1]!;
  const found = step.writes.map(({ name }) => operationOf(node).forward.dependence(name, step, of));
  return found.every((each) => each !== undefined) ? found : undefined;
}

/** Whether a tensor of a kind is read by the row of the result, as W is in Σ_k W_ik A_kj. */
const isByRow = (kind: string, { result, reads }: Dependence): boolean => {
  const indices = reads(kind);
  return indices === undefined || indices[0] === result[0];
};

/**
 * Whether a row of what a node makes hangs on that one row of what moves, and on no other: by its operation's formula,
 * in which what moves has the same index for its row as the result.
 */
export function ofRowAlone(node: Node, trace: Trace, moving: ReadonlySet<BufferName>): boolean {
  const step = stepOf(node, trace);
  const moved = step?.reads.filter(({ name }) => moving.has(name)) ?? [];
  const dependences = dependencesOf(node, trace);
  return (
    dependences !== undefined &&
    moved.length > 0 &&
    dependences.every(
      (each) => each.result[0] === 'i' && moved.every(({ name }) => isByRow(parseName(name).kind, each)),
    )
  );
}

/** What a node makes in row i, by name: its way forward over that row of all that it reads by rows. */
export function runRow(
  node: Node,
  i: number,
  trace: Trace,
  values: ReadonlyMap<BufferName, Matrix>,
): readonly (readonly [BufferName, Matrix])[] {
  const { reads, writes } = stepOf(node, trace)!;
  const dependences = dependencesOf(node, trace)!;
  const rows = new Map<BufferName, Matrix>();
  for (const { name } of reads) {
    const { kind } = parseName(name);
    const matrix = values.get(name)!;
    rows.set(name, dependences.every((each) => isByRow(kind, each)) ? rowOf(matrix, i) : matrix);
  }
  runAside(operationOf(node).forward, node, { model: trace.model, values: rows });
  // What is only there to be kept is not made aside.
  return writes.flatMap(({ name }) => (rows.has(name) ? [[name, rows.get(name)!] as const] : []));
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
