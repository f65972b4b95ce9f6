import { activationOf, activations, cacheReadBy } from '../../activations';
import { cell, fromRows, type Matrix } from '../../math/matrix';
import { type BufferName, spokenCell } from '../../model/names';
import { losses } from '../../operations/losses';
import type { CellOf } from '../../pass/dependence';
import type { Step, Trace } from '../../pass/trace';

/** What a step read and where it wrote something that is not finite. */
interface Scene extends CellOf {
  readonly value: number;
  readonly layer: number;
  readonly trace: Trace;
  read(name: BufferName): Matrix;
}

/** What was worked out there, and why nothing finite came of it. */
interface Origin {
  readonly what: string;
  readonly why: string;
}

/**
 * Of what a NaN or an infinity is that a step wrote into a cell, none before it: `∞ · 0 at dZ[2] (1, 3): A is exactly
 * 1`. Without a step it was given.
 */
export function originOf(at: CellOf, value: number, step: Step | undefined, trace: Trace): string {
  const place = spokenCell(at.tensor, at.row, at.col);
  if (!step) return `${place} is given as ${inShort(value)}`;
  const read = (name: BufferName): Matrix => step.reads.find((value) => value.name === name)!.matrix;
  const scene = { ...at, value, layer: step.layer, trace, read };
  const { what, why } =
    step.op === 'activation' && step.phase === 'backward' ? ofSlope(scene) : origins[step.op]!(scene);
  return `${what} at ${place}: ${why}`;
}

const beyond = ({ trace }: Scene): string => `beyond what ${trace.model.precision} holds`;

const origins: Record<string, (scene: Scene) => Origin> = {
  linear: (scene) =>
    ofSum('W A + b', scene, (k, { layer, row, col, read }) => [
      cellAt(read(`W${layer}`), row, k),
      cellAt(read(`A${layer - 1}`), k, col),
    ]),
  activation(scene) {
    const { layer, row, col, value, trace, read } = scene;
    const z = cell(read(`Z${layer}`), row, col);
    const isFormula = trace.model.layers[layer - 1]!.formula !== undefined;
    const over = isFormula ? `it, or a part of it, is ${beyond(scene)}` : beyond(scene);
    const why = Number.isNaN(value) ? 'no number comes of it' : over;
    return { what: `g(${inShort(z)})`, why };
  },
  cost: ofCost,
  cost_gradient({ layer, row, col, value, read }) {
    const a = cell(read(`A${layer}`), row, col);
    const what = Number.isNaN(value) ? 'the slope of the loss' : value < 0 ? '−1 / 0' : '1 / 0';
    return { what, why: `A is ${exactly(a)}` };
  },
  output: ({ layer, row, col, read }) => ({
    what: 'A − Y',
    why: `A is ${exactly(cell(read(`A${layer}`), row, col))}`,
  }),
  weights: (scene) =>
    ofSum('dZ Aᵀ / m', scene, (k, { layer, row, col, read }) => [
      cellAt(read(`dZ${layer}`), row, k),
      cellAt(read(`A${layer - 1}`), col, k),
    ]),
  bias: (scene) =>
    ofSum('the mean of dZ', scene, (k, { layer, row, read }) => [cellAt(read(`dZ${layer}`), row, k), 1]),
  input: (scene) =>
    ofSum('Wᵀ dZ', scene, (k, { layer, row, col, read }) => [
      cellAt(read(`W${layer}`), k, row),
      cellAt(read(`dZ${layer}`), k, col),
    ]),
};

/** A cell, or undefined beyond the last. */
const cellAt = (matrix: Matrix, i: number, j: number): number | undefined =>
  i < matrix.rows && j < matrix.cols ? cell(matrix, i, j) : undefined;

/** A sum of products that is not finite: of 0 · ∞, of infinities of both signs, or of more than the format holds. */
function ofSum(
  what: string,
  scene: Scene,
  factors: (k: number, scene: Scene) => readonly [number | undefined, number | undefined],
): Origin {
  if (!Number.isNaN(scene.value)) return { what, why: beyond(scene) };
  for (let k = 0; ; k++) {
    const [x, y] = factors(k, scene);
    if (x === undefined || y === undefined)
      return { what: '∞ − ∞', why: `infinities of both signs in ${what}` };
    if (Number.isNaN(x * y)) return { what: `${inShort(x)} · ${inShort(y)}`, why: `in ${what}` };
  }
}

/** J: the first cell of A[L] whose part in it is not finite. */
function ofCost(scene: Scene): Origin {
  const { trace, layer, read } = scene;
  const [A, Y] = [read(`A${layer}`), read('Y')];
  const one = (x: number) => fromRows([[x]], 'float64');
  const k = A.data.findIndex(
    (a, i) => !Number.isFinite(losses[trace.model.loss].cost(one(a), one(Y.data[i]!))),
  );
  if (k < 0) return { what: 'the sum of the losses', why: beyond(scene) };
  const [a, y] = [A.data[k]!, Y.data[k]!];
  const name = spokenCell(`A${layer}`, Math.floor(k / A.cols), k % A.cols);
  const what =
    a === 0 || a === 1
      ? 'ln 0'
      : trace.model.loss === 'mean_squared_error'
        ? '(A − Y)²'
        : 'ln of a negative number';
  return { what, why: `${name} is ${exactly(a)} where Y is ${inShort(y)}` };
}

/** dZ: of dA and g′, or of a column of softmax. */
function ofSlope(scene: Scene): Origin {
  const { trace, layer, row, col, value, read } = scene;
  const of = trace.model.layers[layer - 1]!;
  const [Z, A] = [`Z${layer}`, `A${layer}`].map((name) => trace.buffers.get(name)!);
  const d = cell(read(`dA${layer}`), row, col);
  if (activationOf(of) === activations.softmax) return ofSoftmax(scene, A!);
  const [z, a] = [cell(Z!, row, col), cell(A!, row, col)];
  const ones = fromRows([[1]], Z!.type);
  const at = fromRows([[z]], Z!.type);
  const slope = activationOf(of).backward(
    cacheReadBy(new Set(['Z']), () => at),
    ones,
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
function ofSoftmax({ layer, row, col, read }: Scene, A: Matrix): Origin {
  const dA = read(`dA${layer}`);
  for (let i = 0; i < A.rows; i++) {
    const [a, d] = [cell(A, i, col), cell(dA, i, col)];
    if (a === 0 && !Number.isFinite(d))
      return { what: `0 · ${inShort(d)}`, why: `${spokenCell(`A${layer}`, i, col)} is exactly 0` };
  }
  return {
    what: 'a (dA − Σ a dA)',
    why: `a is ${inShort(cell(A, row, col))}, and dA is not finite in its column`,
  };
}

/** A number, and that it is exactly 0 or 1 where it is. */
const exactly = (a: number): string => (a === 0 || Math.abs(a) === 1 ? `exactly ${inShort(a)}` : inShort(a));

/** A number in three digits, with a real minus. */
function inShort(x: number): string {
  if (Number.isNaN(x)) return 'NaN';
  const size = Math.abs(x) < Infinity ? String(Number(Math.abs(x).toPrecision(3))) : '∞';
  return `${x < 0 ? '−' : ''}${size.replace('e-', 'e−').replace('e+', 'e')}`;
}
