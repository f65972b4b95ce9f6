import type { Matrix } from '../../math/matrix';
import { stepAside } from '../../math/step-aside';
import type { BufferName } from '../../model/names';
import type { Node } from '../../operations';
import { operationOf } from '../../pass/nodes';
import type { Trace } from '../../pass/trace';
import { runAside } from '../../pass/what-if/run-aside';
import { type RowStep, rowStepsFrom, runRow, withRow } from './row';

/** What the way forward gives once one cell of a parameter has another value. */
export interface Nudged {
  readonly cost: number;
  /** Every value of the pass by name; those that depend on the cell have their new numbers. */
  readonly values: ReadonlyMap<BufferName, Matrix>;
  /** The nodes that ran, in their order. */
  readonly nodes: readonly Node[];
}

/** The way forward of a pass with one cell of a parameter changed, and all else as it was. */
export interface NudgedCost {
  /** J, and all that leads to it, where cell k of the parameter is `value`. */
  at(parameter: BufferName, k: number, value: number): Nudged;
  /** How far values move at most for each 1 that cell k of the parameter moves, near where it is. */
  gain(parameter: BufferName, k: number): number;
}

/** How far a parameter p is moved to see how far values move with it: this part of p, or of 1 where p is smaller. */
const BESIDE = 2 ** -20;

/**
 * J, forward only, with one cell of a parameter moved, by the operations that a pass is recorded with. What comes before
 * the parameter's node is taken from the pass. So are, in the nodes from there on, all rows but the parameter's own, as
 * long as each row that a node makes depends on that row alone. With the parameter where it was, J is that of the pass, bit
 * for bit.
 */
export function nudgedCost(trace: Trace): NudgedCost {
  const { model, nodes, buffers } = trace;
  const plans = new Map<BufferName, Plan>();
  const planFor = (parameter: BufferName): Plan => {
    const plan = plans.get(parameter) ?? planOf(trace, parameter);
    plans.set(parameter, plan);
    return plan;
  };

  /** Runs in one row what can be run so: the values by name with that row replaced, and the rows themselves. */
  const inRow = (parameter: BufferName, k: number, value: number) => {
    const { matrix, inRows } = planFor(parameter);
    const i = Math.floor(k / matrix.cols);
    const data = matrix.data.slice();
    data[k] = value;
    const values = new Map(buffers).set(parameter, { ...matrix, data });
    const rows: [BufferName, Matrix][] = [];
    for (const step of inRows)
      for (const [name, row] of runRow(step, i, model, values)) {
        values.set(name, withRow(buffers.get(name)!, i, row));
        rows.push([name, row]);
      }
    return { i, values, rows };
  };

  return {
    at(parameter, k, value) {
      const { inRows, left } = planFor(parameter);
      const { values } = inRow(parameter, k, value);
      for (const node of left) runAside(operationOf(node).forward, node, { model, values });
      return {
        cost: values.get(nodes.at(-1)!.output)!.data[0]!,
        values,
        nodes: [...inRows.map(({ node }) => node), ...left],
      };
    },
    gain(parameter, k) {
      const p = planFor(parameter).matrix.data[k]!;
      const value = p + stepAside(p, BESIDE);
      const { i, rows } = inRow(parameter, k, value);
      let most = 0;
      for (const [name, row] of rows) {
        const before = buffers.get(name)!;
        for (let j = 0; j < row.cols; j++)
          most = Math.max(most, Math.abs(row.data[j]! - before.data[i * row.cols + j]!) || 0);
      }
      return most / (value - p);
    },
  };
}

/** A parameter, the nodes that make a row of it each, and the nodes after them. */
interface Plan {
  readonly matrix: Matrix;
  readonly inRows: readonly RowStep[];
  readonly left: readonly Node[];
}

function planOf(trace: Trace, parameter: BufferName): Plan {
  const { model, nodes, steps } = trace;
  const matrix = model.parameters.get(parameter);
  const reader = steps.find(({ reads }) => reads.some(({ name }) => name === parameter))?.node;
  if (!matrix || !reader) throw new Error(`the model has no parameter ${parameter}`);
  const inRows = rowStepsFrom(reader, parameter, trace);
  return { matrix, inRows, left: nodes.slice(nodes.indexOf(reader) + inRows.length) };
}
