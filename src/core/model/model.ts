import { activationOf, type Named, type Route } from '../activations';
import { bytesOf, type ElementType, type Matrix, type Precision } from '../math/matrix';
import { type LossName, losses } from '../operations/losses';
import { type KeepRuleName, keepRules } from './keep-rules';
import { type BufferName, isBits, isColumn, parseName } from './names';
import type { BatchNorm, Dropout } from './regularisation';

/** The ways to g′ that a reader can choose: from A, from Z as the course writes it, from Z by the stable form. */
export const routeNames = ['A', 'Z', 'Z_stable'] as const satisfies readonly Route[];

/** A route's name in files. */
export type RouteName = (typeof routeNames)[number];

/** One layer, Z = W A_prev + b and A = g(Z). */
export interface Layer extends Named {
  readonly units: number;
  /** The activation's parameter; it means nothing where there is none. */
  readonly alpha: number;
  readonly keep: KeepRuleName;
  /** How backward is to get g′, where the kept slots allow it; the cheapest way where this is left out. */
  readonly route?: RouteName | undefined;
  /** Znorm and Ztilde between Z and g. */
  readonly batch_norm?: BatchNorm | undefined;
  /** Adrop between g and the next layer; the last layer has none. */
  readonly dropout?: Dropout | undefined;
}

/** How the way back can begin, by its name in files. */
export const outputNames = ['two_steps', 'fused'] as const;

export type OutputName = (typeof outputNames)[number];

/** A network with its data and parameters: all that a pass needs, with shapes that fit each other. */
export interface Model {
  readonly precision: Precision;
  readonly layers: readonly Layer[];
  readonly loss: LossName;
  /** (n_0, m), examples as columns. */
  readonly X: Matrix;
  /** (n_L, m). */
  readonly Y: Matrix;
  /** W1 (n_1, n_0), b1 (n_1, 1), W2 and so on. */
  readonly parameters: ReadonlyMap<BufferName, Matrix>;
  /** How the way back begins: dA[L] and then dZ[L] (also where it is left out), or dZ[L] = A[L] − Y at once. */
  readonly output?: OutputName;
  /** Keep the input of every so many layers only, and run the layers in between again on the way back. */
  readonly checkpoint?: number;
}

/** The shape of a layer stack: all that decides the shapes of its tensors. */
export interface Sizes {
  /** n_0, n_1, … n_L. */
  readonly units: readonly number[];
  readonly m: number;
}

/** The sizes of a model's layers and the number of its examples. */
export const sizesOf = ({ X, layers }: Pick<Model, 'X' | 'layers'>): Sizes => ({
  units: [X.rows, ...layers.map((layer) => layer.units)],
  m: X.cols,
});

/** Rows and columns of the tensor of that name. */
export function shapeOf(name: BufferName, { units, m }: Sizes): { rows: number; cols: number } {
  const { kind, layer } = parseName(name);
  if (kind === 'cost') return { rows: 1, cols: 1 };
  if (kind === 'Y') return { rows: units[units.length - 1]!, cols: m };
  const rows = units[layer]!;
  if (kind === 'W' || kind === 'dW') return { rows, cols: units[layer - 1]! };
  if (isColumn(kind)) return { rows, cols: 1 };
  return { rows, cols: m };
}

/** Whether a loss and the last layer's activation have a dZ[L] = A[L] − Y. */
export function canFuse({ layers, loss }: { layers: readonly Named[]; loss: LossName }): boolean {
  const { activation, own } = layers[layers.length - 1]!;
  return own === undefined && losses[loss].fusesWith === activation;
}

/** Whether the labels allow that too: with softmax, dZ[L] is A[L] − Y only where the labels of each example sum to 1. */
export function labelsFuse({ loss, Y }: Pick<Model, 'loss' | 'Y'>): boolean {
  const { fusesWith } = losses[loss];
  if (!fusesWith || !activationOf(fusesWith).mixesColumns) return true;
  const sums = new Float64Array(Y.cols);
  Y.data.forEach((y, k) => {
    sums[k % Y.cols]! += y;
  });
  return sums.every((sum) => Math.abs(sum - 1) <= LABELS_OFF);
}

/** How far from 1 the sum of labels may be that were written with the digits of float32. */
const LABELS_OFF = 1e-5;

/** Whether the way back of a model begins with dZ[L] = A[L] − Y. A model that can't be fused takes two steps. */
export const isFused = (model: Pick<Model, 'layers' | 'loss' | 'output'>): boolean =>
  model.output === 'fused' && canFuse(model);

/** Whether a buffer came with the model: X, Y and the parameters, which belong to the caller. */
export const isGiven = (name: BufferName, { parameters }: Pick<Model, 'parameters'>): boolean =>
  name === 'A0' || name === 'Y' || parameters.has(name);

/** A model whose layers are each changed. */
export const withLayers = (model: Model, change: (layer: Layer) => Partial<Layer>): Model => ({
  ...model,
  layers: model.layers.map((layer) => ({ ...layer, ...change(layer) })),
});

/** Bytes of the buffer of that name; none for X, Y and the parameters, which belong to the caller. */
export function cachedBytes(name: BufferName, model: Model, sizes = sizesOf(model)): number {
  if (isGiven(name, model)) return 0;
  const { rows, cols } = shapeOf(name, sizes);
  const type: ElementType = isBits(parseName(name).kind) ? 'bit' : model.precision;
  return bytesOf(rows, cols, type);
}

/** The slots of a layer's activation_cache that its keep rule asks for and its activation has. */
export const keptSlots = (layer: Layer) =>
  keepRules[layer.keep].keeps.filter(
    (slot) =>
      slot === 'Z' || slot === 'A' || activationOf(layer).derive(slot, noCells, layer.alpha) !== undefined,
  );

const noCells: Matrix = { rows: 0, cols: 0, type: 'float64', data: new Float64Array(0) };
