import { type ActivationSlot, activationOf, cacheReadBy } from '../../core/activations';
import { largest } from '../../core/math/extremes';
import { cell as at, fromRows, type Matrix } from '../../core/math/matrix';
import { gradientOf, parseName, spoken } from '../../core/model/names';
import type { StepRows } from '../../core/operations';
import { routeTaken } from '../../core/operations/route-taken';
import { matrixIn, one, type Reckon, upTo } from './reckoning';

const columnOf = (matrix: Matrix, col: number): Matrix =>
  fromRows(
    upTo(matrix.rows).map((i) => [at(matrix, i, col)]),
    'float64',
  );

/** g of one cell; of softmax, e^z over the column's sum, both less the largest z. */
const forward: Reckon = (step, trace, { tensor, row, col }) => {
  const layer = trace.model.layers[step.layer - 1]!;
  const Z = matrixIn(step, step.node.input);
  const z = at(Z, row, col);
  const { kind } = parseName(tensor);
  const of = { name: kind === 'A' ? layer.activation : kind, operands: [{ name: 'z', value: z }] };
  if (!activationOf(layer).mixesColumns) {
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
};

/** dA g′, with g′ by the slot that was read. */
const backward: Reckon = (step, trace, { row, col }) => {
  const layer = trace.model.layers[step.layer - 1]!;
  const dA = matrixIn(step, gradientOf(step.node.output));
  const read = step.cache.find((event) => event.kind === 'read');
  if (!read) return { terms: [[at(dA, row, col), 1]] };
  const stored = matrixIn(step, read.buffer);
  const g = activationOf(layer);
  if (g.mixesColumns) {
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
    slope === 0 &&
    !Number.isFinite(at(dA, row, col)) &&
    at(matrixIn(step, gradientOf(step.node.input)), row, col) === 0;
  const tex = g.tex.slope[routeTaken(step, trace.model) ?? slot];
  return {
    terms: [closed ? [0] : [at(dA, row, col), slope]],
    of: {
      name: 'g′',
      operands: [{ name: spoken(read.buffer), value }],
      value: slope,
      ...(tex !== undefined && { tex: `g' = ${tex}` }),
    },
  };
};

/** Of A, and of dZ. */
export const activation: StepRows<Reckon>['activation'] = {
  activation: (step, ...rest) => (step.phase === 'backward' ? backward : forward)(step, ...rest),
};
