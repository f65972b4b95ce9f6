import type { Matrix } from '../../math/matrix';
import type { BufferName } from '../../model/names';
import type { Node } from '../../operations';
import { operationOf } from '../../pass/nodes';
import { runAside } from '../../pass/run-aside';
import type { Trace } from '../../pass/trace';
import { ofRowAlone, runRow, withRow } from './row';

/** The way forward of a pass in which one cell of a parameter is another number. */
export interface Moved {
  readonly cost: number;
  /** Every value of the pass by name, those that move as they are then. */
  readonly values: ReadonlyMap<BufferName, Matrix>;
  /** The nodes that ran, in their order. */
  readonly nodes: readonly Node[];
}

/** The way forward of a pass in which a cell of a parameter is another number, and all else as it was. */
export interface MovedCost {
  /** J, and all that leads to it, where cell k of the parameter is `value`. */
  at(parameter: BufferName, k: number, value: number): Moved;
  /** How far the rows of values move the most for each 1 that cell k of the parameter moves, near where it is. */
  gain(parameter: BufferName, k: number): number;
}

/** By how much of p, or of 1 where p is smaller, a parameter moves to see how far values move with it. */
const BESIDE = 2 ** -20;

/**
 * J, forward only, with one cell of a parameter moved, by the operations that a pass is recorded with. What comes before
 * the parameter's node is taken from the pass. So are, of the nodes from there on, the rows beside the parameter's own,
 * as long as each row of what a node makes hangs on that row alone. So a value that is not moved gives the pass's J, bit
 * for bit.
 */
export function movedCost(trace: Trace): MovedCost {
  const { model, nodes, buffers } = trace;

  /** Runs nodes in that one row, until one mixes rows: the values then, and the nodes that are left. */
  const inRow = (parameter: BufferName, k: number, value: number) => {
    const { matrix, reader } = readerOf(trace, parameter);
    const i = Math.floor(k / matrix.cols);
    const data = matrix.data.slice();
    data[k] = value;
    const values = new Map(buffers).set(parameter, { ...matrix, data });
    const moving = new Set([parameter]);
    const left = nodes.slice(nodes.indexOf(reader));
    const ran: Node[] = [];
    const rows: [Matrix, Matrix][] = [];
    while (left[0] && ofRowAlone(left[0], trace, moving)) {
      const node = left.shift()!;
      for (const [name, row] of runRow(node, i, trace, values)) {
        rows.push([row, buffers.get(name)!]);
        values.set(name, withRow(buffers.get(name)!, i, row));
        moving.add(name);
      }
      ran.push(node);
    }
    return { i, values, ran, left, rows };
  };

  return {
    at(parameter, k, value) {
      const { values, ran, left } = inRow(parameter, k, value);
      for (const node of left) runAside(operationOf(node).forward, node, { model, values });
      return { cost: values.get(nodes.at(-1)!.output)!.data[0]!, values, nodes: [...ran, ...left] };
    },
    gain(parameter, k) {
      const p = readerOf(trace, parameter).matrix.data[k]!;
      const value = p + BESIDE * Math.max(1, Math.abs(p));
      const { i, rows } = inRow(parameter, k, value);
      let most = 0;
      for (const [row, before] of rows)
        for (let j = 0; j < row.cols; j++)
          most = Math.max(most, Math.abs(row.data[j]! - before.data[i * row.cols + j]!) || 0);
      return most / (value - p);
    },
  };
}

/** A parameter, and the node whose way forward reads it. */
function readerOf({ model, steps }: Trace, name: BufferName): { matrix: Matrix; reader: Node } {
  const matrix = model.parameters.get(name);
  const reader = steps.find(({ reads }) => reads.some((value) => value.name === name))?.node;
  if (!matrix || !reader) throw new Error(`the model has no parameter ${name}`);
  return { matrix, reader };
}
