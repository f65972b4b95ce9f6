import { largest } from '../core/math/extremes';
import { absolute, type Matrix, map, zip } from '../core/math/matrix';
import { multiply } from '../core/math/multiply';
import { transposed } from '../core/math/view';
import type { Layer, Model } from '../core/model/model';
import { named } from '../core/model/names';
import { record } from '../core/pass/record';
import type { Trace } from '../core/pass/trace';
import { difference } from './summary';

/** The comparisons by which code makes relu's mask, and what each of them reads. */
export const comparisons = {
  'Z > 0': { of: 'Z', isOpen: (x: number) => x > 0 },
  'Z >= 0': { of: 'Z', isOpen: (x: number) => x >= 0 },
  'A > 0': { of: 'A', isOpen: (x: number) => x > 0 },
  'A >= 0': { of: 'A', isOpen: (x: number) => x >= 0 },
} as const;

export type Comparison = keyof typeof comparisons;

const comparisonNames = Object.keys(comparisons) as Comparison[];

/** The mask of relu in a layer by one comparison, and what that does to the gradient. */
export interface MaskEffect {
  readonly comparison: Comparison;
  readonly mask: Matrix;
  readonly open: number;
  /** dW of the layer with this mask. */
  readonly dW: Matrix;
  /** Its largest difference from dW by the right mask, relative to the largest cell of that. */
  readonly change: number;
}

const asRelu = ({ own, ...layer }: Layer): Layer => ({ ...layer, activation: 'relu' });

/** The run of a model whose layer l is relu. */
export const withRelu = (model: Model, l: number): Trace =>
  record({
    ...model,
    layers: model.layers.map((layer, i) => (i === l - 1 ? asRelu(layer) : layer)),
  });

/** How many bits of a mask are set. */
function count({ data }: Matrix): number {
  let set = 0;
  for (const bit of data) set += bit;
  return set;
}

/** The masks of every comparison for layer l of a run in which it is relu. */
export function maskEffects({ buffers, model }: Trace, l: number): MaskEffect[] {
  const get = (kind: 'Z' | 'A' | 'dA' | 'dW'): Matrix => buffers.get(named(kind, l))!;
  const right = get('dW');
  const size = largest(absolute(right).data);
  return comparisonNames.map((comparison) => {
    const { of, isOpen } = comparisons[comparison];
    const mask = map(get(of), (x) => Number(isOpen(x)), 'bit');
    const dZ = zip(get('dA'), mask, (d, bit) => (bit ? d : 0));
    const dW = multiply(dZ, transposed(buffers.get(named('A', l - 1))!), model.precision, {
      dividedBy: dZ.cols,
    });
    const off = largest(absolute(difference(dW, right)).data);
    return {
      comparison,
      mask,
      open: count(mask),
      dW,
      change: off === 0 || size === 0 ? 0 : off / size,
    };
  });
}
