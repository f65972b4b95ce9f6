import { cell, fromRows } from '../../math/matrix';
import { spokenCell } from '../../model/names';
import { losses } from '../../operations/losses';
import { beyond, exactly, inShort, type Origin, type Origins, type Scene } from './scene';

/** In J: the first cell of A[L] that adds something that is not finite. */
function ofCost(scene: Scene): Origin {
  const { trace, node, read } = scene;
  const [A, Y] = [read(node.input), read('Y')];
  const one = (x: number) => fromRows([[x]], 'float64');
  const k = A.data.findIndex(
    (a, i) => !Number.isFinite(losses[trace.model.loss].cost(one(a), one(Y.data[i]!))),
  );
  if (k < 0) return { what: 'the sum of the losses', why: beyond(scene) };
  const [a, y] = [A.data[k]!, Y.data[k]!];
  const name = spokenCell(node.input, Math.floor(k / A.cols), k % A.cols);
  const what =
    a === 0 || a === 1
      ? 'ln 0'
      : trace.model.loss === 'mean_squared_error'
        ? '(A − Y)²'
        : 'ln of a negative number';
  return { what, why: `${name} is ${exactly(a)} where Y is ${inShort(y)}` };
}

/** Why: the cell of A[L] at that place. */
const whyOf = ({ node, row, col, read }: Scene): string =>
  `A is ${exactly(cell(read(node.input), row, col))}`;

/** How a loss comes to a number that is not finite. */
export const ofLoss: Origins<'loss'> = {
  forward: ofCost,
  backward: {
    cost_gradient(scene) {
      const { value } = scene;
      const what = Number.isNaN(value) ? 'the slope of the loss' : value < 0 ? '−1 / 0' : '1 / 0';
      return { what, why: whyOf(scene) };
    },
  },
};

/** How a fused loss comes to a number that is not finite. */
export const ofFusedLoss: Origins<'fused_loss'> = {
  forward: ofCost,
  backward: { output: (scene) => ({ what: 'A − Y', why: whyOf(scene) }) },
};
