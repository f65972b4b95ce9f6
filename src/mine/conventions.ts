import type { Matrix } from '../core/math/matrix';
import { type Sizes, shapeOf } from '../core/model/model';
import { type BufferName, isColumn, parseName } from '../core/model/names';
import { type Brought, reshaped, scaled, type Tensor, turned } from './tensor';

/** How somebody writes down a pass. None of it is a mistake. */
export interface Convention {
  readonly examples: 'columns' | 'rows';
  /** Whether W and dW are (inputs, units), as `X @ W` has them. */
  readonly weights: 'units by inputs' | 'inputs by units';
  /** Whether dA and dZ are per example, as in the course, or of the mean cost, as PyTorch's `.grad`. */
  readonly gradients: 'per example' | 'of the mean';
  /** Whether cost, dW and db are those of the mean or of the sum over the examples. */
  readonly cost: 'mean' | 'sum';
}

/** As the course writes it. */
export const course: Convention = {
  examples: 'columns',
  weights: 'units by inputs',
  gradients: 'per example',
  cost: 'mean',
};

/** A convention's name in the report. */
export type ConventionName = 'course' | 'rows' | 'gradients-of-the-mean';

export const conventionName = ({ examples, gradients }: Convention): ConventionName =>
  examples === 'rows' ? 'rows' : gradients === 'of the mean' ? 'gradients-of-the-mean' : 'course';

const isWeights = (kind: string): boolean => kind === 'W' || kind === 'dW';
const isOfExamples = (kind: string): boolean => kind !== 'cost' && !isWeights(kind) && !isColumn(kind);
const isOfExample = (kind: string): boolean => kind.startsWith('d') && isOfExamples(kind);
/** Whether a tensor of that kind is of the cost as a whole, and has its 1/m. */
export const isOfCost = (kind: string): boolean =>
  kind === 'cost' || (kind.startsWith('d') && !isOfExamples(kind));

type Shape = { readonly rows: number; readonly cols: number };

/** How the tensors that come in two ways stand by their shapes: a vote each; those that are square have none. */
function votesOf(
  brought: ReadonlyMap<BufferName, Brought>,
  sizes: Sizes,
  isMeant: (kind: string) => boolean,
): { readonly straight: number; readonly turned: number } {
  let [straight, turned] = [0, 0];
  for (const [name, { shape }] of brought) {
    if (!isMeant(parseName(name).kind)) continue;
    const { rows, cols } = shapeOf(name, sizes);
    if (rows === cols || shape.length !== 2) continue;
    if (shape[0] === rows && shape[1] === cols) straight++;
    if (shape[0] === cols && shape[1] === rows) turned++;
  }
  return { straight, turned };
}

/** So many votes more than the other side has settle a question of shapes; fewer may be somebody's mistake. */
const SETTLED = 2;

const options = <T>({ straight, turned }: { straight: number; turned: number }, plain: T, other: T): T[] =>
  straight >= turned + SETTLED
    ? [plain]
    : turned >= straight + SETTLED
      ? [other]
      : turned > straight
        ? [other, plain]
        : [plain, other];

/** The conventions that arrays may be written in, by their shapes, the likelier first. */
export function conventionsFor(brought: ReadonlyMap<BufferName, Brought>, sizes: Sizes): Convention[] {
  const kinds = Array.from(brought.keys(), (name) => parseName(name).kind);
  const ofExamples = votesOf(brought, sizes, isOfExamples);
  const ofWeights = votesOf(brought, sizes, isWeights);
  // Who brings no tensor of examples, and dW as `X.T @ dZ` has it, has rows.
  const isNone = ofExamples.straight + ofExamples.turned === 0 && ofWeights.turned > ofWeights.straight;
  const examples: Convention['examples'][] = isNone
    ? ['rows', 'columns']
    : options(ofExamples, 'columns' as const, 'rows' as const);
  const weights = options(ofWeights, 'units by inputs' as const, 'inputs by units' as const);
  const gradients: Convention['gradients'][] =
    sizes.m > 1 && kinds.some(isOfExample) ? ['per example', 'of the mean'] : ['per example'];
  const costs: Convention['cost'][] = sizes.m > 1 && kinds.some(isOfCost) ? ['mean', 'sum'] : ['mean'];
  const rowsOfBiases = hasRowsOfBiases(brought, sizes);
  const isLikely = (example: Convention['examples'], weight: Convention['weights']): boolean =>
    weights.length === 1 ||
    (example === 'columns' ? weight === 'units by inputs' : !rowsOfBiases || weight === 'inputs by units');
  return costs.flatMap((cost) =>
    gradients.flatMap((gradient) =>
      examples.flatMap((example) =>
        weights
          .filter((weight) => isLikely(example, weight))
          .map((weight) => ({ examples: example, weights: weight, gradients: gradient, cost })),
      ),
    ),
  );
}

/** Whether biases stand as rows, as they do in `X @ W + b`; PyTorch, which has W the other way, has them flat. */
const hasRowsOfBiases = (brought: ReadonlyMap<BufferName, Brought>, sizes: Sizes): boolean =>
  Array.from(brought).some(([name, { shape }]) => {
    const { rows } = shapeOf(name, sizes);
    return isColumn(parseName(name).kind) && rows > 1 && shape[0] === 1 && shape[1] === rows;
  });

/** A tensor of theirs as it would stand in the page, in their convention; what fits nothing stays in its shape. */
export function asHere(
  name: BufferName,
  { shape, data }: Brought,
  errors: (x: number) => number,
  convention: Convention,
  sizes: Sizes,
): Tensor {
  const { kind } = parseName(name);
  const right = shapeOf(name, sizes);
  const [rows, cols] = placed(shape, data.length, right);
  const whole: Matrix = { rows, cols, type: 'float64', data };
  const error: Matrix = { ...whole, data: data.map((x) => errors(x)) };
  const isTurned =
    (isWeights(kind) && convention.weights === 'inputs by units') ||
    (isOfExamples(kind) && convention.examples === 'rows' && shape.length === 2);
  const times =
    isOfExample(kind) && convention.gradients === 'of the mean'
      ? sizes.m
      : isOfCost(kind) && convention.cost === 'sum'
        ? 1 / sizes.m
        : 1;
  const done = (matrix: Matrix) => {
    const stood = isTurned ? turned(matrix) : isColumn(kind) ? asColumn(matrix, right) : matrix;
    return times === 1 ? stood : scaled(stood, times);
  };
  return { matrix: done(whole), error: done(error) };
}

/** Rows and columns of an array: a flat one is the row or the column that its tensor is. */
function placed(shape: readonly number[], size: number, { rows, cols }: Shape): readonly [number, number] {
  if (shape.length === 2) return [shape[0]!, shape[1]!];
  return size === rows && cols === 1 ? [size, 1] : [1, size];
}

/** A row of one number a unit as the column that it is here. */
const asColumn = (matrix: Matrix, { rows }: Shape): Matrix =>
  matrix.rows === 1 && matrix.cols === rows ? reshaped(matrix, rows, 1) : matrix;
