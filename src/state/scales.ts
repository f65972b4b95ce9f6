import { median } from 'd3-array';
import { largestMagnitude, type Matrix } from '../core/math/matrix';
import { type BufferName, parseName } from '../core/model/names';
import type { Trace } from '../core/pass/trace';

/** The scale of each kind of tensor: kinds that are compared by eye share one. The cost, a single cell, goes with A. */
const scaleOf = {
  W: 'parameters',
  b: 'parameters',
  Z: 'Z',
  A: 'A',
  Y: 'A',
  cost: 'A',
  mask: 'mask',
  slope: 'slope',
  gamma: 'parameters',
  beta: 'parameters',
  mean: 'Z',
  inv_std: 'Z',
  centred: 'Z',
  variance: 'Z',
  std: 'Z',
  Znorm: 'Z',
  Ztilde: 'Z',
  D: 'mask',
  Adrop: 'A',
  dZ: 'gradients',
  dZnorm: 'gradients',
  dZtilde: 'gradients',
  dAdrop: 'gradients',
  dA: 'gradients',
  dW: 'parameterGradients',
  db: 'parameterGradients',
  dgamma: 'parameterGradients',
  dbeta: 'parameterGradients',
} as const satisfies Record<ReturnType<typeof parseName>['kind'], string>;

export type ScaleKind = (typeof scaleOf)[keyof typeof scaleOf];

const scaleKinds = Array.from(new Set(Object.values(scaleOf)));

/** How far the colours of a scale reach. All is 0 where there are only zeros. */
export interface Scale {
  /** Most of its numbers lie below this, and most of its colours are spent on them. */
  readonly usual: number;
  /** Its largest number; larger than `usual` where a few numbers are much larger than the others. */
  readonly most: number;
}

/** What shares a scale: tensors of one kind in each layer, or in all layers. */
export const sharings = ['layer', 'network'] as const;

export type Sharing = (typeof sharings)[number];

/** The scales of each kind of tensor, by layer from 0, the input. */
export type Scales = Readonly<Record<ScaleKind, readonly Scale[]>>;

/** The kind of scale of a tensor of that name. */
export const scaleKindOf = (tensor: BufferName): ScaleKind => scaleOf[parseName(tensor).kind];

/** The layer whose scale a tensor has, of so many: Y and the cost have that of A[L], which they are held against. */
function layerOf(tensor: BufferName, layers: number): number {
  const { kind, layer } = parseName(tensor);
  return kind === 'Y' || kind === 'cost' ? layers : layer;
}

/** The scale of a tensor of that name. */
export function scaleFor(tensor: BufferName, scales: Scales): Scale {
  const ofKind = scales[scaleKindOf(tensor)];
  return ofKind[layerOf(tensor, ofKind.length - 1)]!;
}

/**
 * The scales of the tensors of some runs of one network, of which the last says the layers. It is a pure function of
 * their numbers: neither the step nor the place where a tensor stands has a part in it.
 */
export function scalesOf(traces: readonly Trace[], sharing: Sharing = 'layer'): Scales {
  const layers = traces.at(-1)!.model.layers.length;
  const scales = Object.fromEntries(
    scaleKinds.map((kind) => [kind, Array.from({ length: layers + 1 }, (): Matrix[] => [])]),
  ) as Record<ScaleKind, Matrix[][]>;
  for (const { buffers } of traces)
    for (const [tensor, matrix] of buffers)
      if (tensor !== 'cost') scales[scaleKindOf(tensor)][layerOf(tensor, layers)]?.push(matrix);
  const shared = (ofLayers: Matrix[][]): Scale[] => {
    if (sharing === 'layer') return ofLayers.map(reachOf);
    const reach = reachOf(ofLayers.flat());
    return ofLayers.map(() => reach);
  };
  return Object.fromEntries(scaleKinds.map((kind) => [kind, shared(scales[kind])])) as unknown as Scales;
}

/** In multiples of the median: how far most of the colours reach where there are outliers, and from where on one is an outlier. */
const [USUAL, OUTLIER] = [4, 8];

/** How many numbers of a tensor are looked at for the median. */
const LOOKED_AT = 2048;

/**
 * How far the colours of some tensors reach: to the largest, or where that is an outlier most of them to four times
 * the median of what is not 0, so that one number never takes the colours of all others away.
 */
export function reachOf(matrices: readonly Matrix[]): Scale {
  const looks = matrices.map(lookAt);
  const most = looks.reduce((reach, look) => Math.max(reach, look.most), 0);
  const middle = median(looks.flatMap(({ magnitudes }) => magnitudes)) ?? 0;
  const hasOutliers = most > middle * OUTLIER;
  return { usual: written(hasOutliers ? middle * USUAL : most), most: written(most) };
}

/** What a scale takes from a tensor. */
interface Look {
  readonly most: number;
  readonly magnitudes: readonly number[];
}

const looks = new WeakMap<Matrix, Look>();

/** Looks a tensor through for its scale, once: what was seen is known also when its numbers are let go of. */
export function lookAt(matrix: Matrix): Look {
  const look = looks.get(matrix) ?? { most: largestMagnitude(matrix), magnitudes: magnitudes(matrix) };
  looks.set(matrix, look);
  return look;
}

/** The finite magnitudes of a tensor that are not 0; of a large one, evenly some of them. */
function magnitudes({ data }: Matrix): number[] {
  const every = Math.ceil(data.length / LOOKED_AT);
  const found: number[] = [];
  for (let k = 0; k < data.length; k += every) {
    const size = Math.abs(data[k]!);
    if (size > 0 && size < Infinity) found.push(size);
  }
  return found;
}

/**
 * Rounded up to two digits, which the legend has room for: so a difference that is only rounding, as between two keep rules,
 * moves no colour.
 */
function written(reach: number): number {
  const power = 10 ** (Math.floor(Math.log10(reach)) - 1);
  const up = Math.ceil(Number((reach / power).toPrecision(6))) * power;
  const tidy = Number(up.toPrecision(2));
  return tidy > 0 && tidy < Infinity ? tidy : reach;
}
