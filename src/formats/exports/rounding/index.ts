import type { Matrix } from '../../../core/math/matrix';
import type { BufferName } from '../../../core/model/names';
import type { OperationName } from '../../../core/operations';
import type { Trace } from '../../../core/pass/trace';
import { scaled, told } from './bounds';
import { narrowed } from './measured';
import type { Pass } from './pass';
import { rows } from './rows';

/*
 * Two programs that run one pass round in different places: another order of a sum, another exp. How far a cell of one
 * may be from the other's follows from the numbers themselves, step by step: what a step is given may be off by so
 * much, and the step rounds once more. This is a running error analysis (Higham, Accuracy and Stability of Numerical
 * Algorithms, 2nd ed. 2002, section 3.3).
 */

/**
 * How far each computed cell of a pass may be from another program's, by the names of the buffers: infinite where
 * nothing can be told, as beside a kink; 0 where the page's number is not finite, and has to be the same.
 */
export function roundingIn(trace: Trace): ReadonlyMap<BufferName, Matrix> {
  const { model, nodes, buffers } = trace;
  const get = (name: BufferName): Matrix => buffers.get(name)!;
  const unit = model.precision === 'float32' ? 2 ** -24 : 2 ** -53;
  const offs = new Map([['A0', scaled(get('A0'), 0)]]);
  const pass: Pass = { model, unit, get, has: (name) => buffers.has(name), offs };
  for (const node of nodes) rows[node.op as OperationName].forward(pass, node);
  for (const node of nodes.toReversed()) rows[node.op as OperationName].backward(pass, node);
  const found = Array.from(offs)
    .filter(([name]) => buffers.has(name))
    .map(([name, off]) => [name, told(off, get(name))] as const);
  return narrowed(new Map(found), trace);
}
