import { activationOf, cacheReadBy } from '../../activations';
import { cell, fromRows, type Matrix } from '../../math/matrix';
import { gradientOf, spokenCell } from '../../model/names';
import { beyond, exactly, inShort, type Origin, type Origins, type Scene } from './scene';

/** In A: g(z). */
function ofOutput(scene: Scene): Origin {
  const { node, of, row, col, value, read } = scene;
  const z = cell(read(node.input), row, col);
  const over = of.own ? `it, or a part of it, is ${beyond(scene)}` : beyond(scene);
  return { what: `g(${inShort(z)})`, why: Number.isNaN(value) ? 'the result is not a number' : over };
}

/** In dZ: dA times g′, or softmax's sum over a column. */
function ofSlope(scene: Scene): Origin {
  const { trace, node, of, row, col, value, read } = scene;
  const [Z, A] = [node.input, node.output].map((name) => trace.buffers.get(name)!);
  const d = cell(read(gradientOf(node.output)), row, col);
  const { mixesColumns, backward } = activationOf(of);
  if (mixesColumns) return ofColumn(scene, A!);
  const [z, a] = [cell(Z!, row, col), cell(A!, row, col)];
  const at = fromRows([[z]], Z!.type);
  const slope = backward(
    cacheReadBy(new Set(['Z']), () => at),
    fromRows([[1]], Z!.type),
    of.alpha,
  ).data[0]!;
  if (!Number.isFinite(slope))
    return { what: `${inShort(d)} · ${inShort(slope)}`, why: `g′(${inShort(z)}) is ${inShort(slope)}` };
  if (Number.isNaN(value) && !Number.isFinite(d)) {
    const isExact = a === 0 || Math.abs(a) === 1;
    return { what: `${inShort(d)} · 0`, why: isExact ? `A is ${exactly(a)}` : `g′(${inShort(z)}) is 0` };
  }
  return { what: `${inShort(d)} · ${inShort(slope)}`, why: beyond(scene) };
}

/** a (dA − Σ a dA) of a column in which dA is infinite. */
function ofColumn({ node, row, col, read }: Scene, A: Matrix): Origin {
  const dA = read(gradientOf(node.output));
  for (let i = 0; i < A.rows; i++) {
    const [a, d] = [cell(A, i, col), cell(dA, i, col)];
    if (a === 0 && !Number.isFinite(d))
      return { what: `0 · ${inShort(d)}`, why: `${spokenCell(node.output, i, col)} is exactly 0` };
  }
  return {
    what: 'a (dA − Σ a dA)',
    why: `a is ${inShort(cell(A, row, col))}, and dA is not finite in its column`,
  };
}

/** How an activation comes to a number that is not finite. */
export const ofActivation: Origins<'activation'> = { forward: ofOutput, backward: { activation: ofSlope } };
