import { type BufferName, gradientOf } from '../../model/names';
import type { Trace } from '../../pass/trace';
import { around, boundsOf } from '../bounds';
import { type Difference, RATIO } from './extrapolate';
import { noiseOf } from './noise';
import { nudgedCost } from './nudged-cost';

/** ∂J/∂p by two values of J on both sides of p: (J(p + h) − J(p − h)) / 2h. */
export interface Estimate extends Difference {
  /** Whether both are to the last bit what J is at p. */
  readonly flat: boolean;
  /** How far apart the slopes from p − h to p and from p to p + h are. */
  readonly bend: number;
  /** Whether some Z crosses a kink between p − h and p + h. */
  isKinked(): boolean;
}

/** Central differences of the J of a pass in float64. */
export interface Estimator {
  /** The slope for cell k of a parameter, with a step that suits most cells. */
  usual(parameter: BufferName, k: number): Estimate;
  /** The slopes with shorter and shorter steps, the first so long that values move by `LONGEST`. */
  shortening(parameter: BufferName, k: number): Generator<Estimate>;
}

/** The longest step, by how far values move with it, and the number of steps: the shortest is 3e-8. */
const LONGEST = 0.5;
const STEPS = 13;

/** Central differences of the J of a pass. */
export function estimatorOf(reference: Trace): Estimator {
  const { model, nodes, buffers } = reference;
  const cost = buffers.get(nodes.at(-1)!.output)!.data[0]!;
  const moved = nudgedCost(reference);
  const noiseAt = noiseOf(reference);

  // With a step below 1e-9 of p, the rounding of p + h alone would be more than the differences may be off by.
  const shortest = (parameter: BufferName, k: number): number =>
    1e-9 * Math.abs(model.parameters.get(parameter)!.data[k]!);
  const estimate = (parameter: BufferName, k: number, h: number): Estimate => {
    const p = model.parameters.get(parameter)!.data[k]!;
    const [before, after] = [p - h, p + h];
    const [low, high] = [moved.at(parameter, k, before), moved.at(parameter, k, after)];
    return {
      slope: (high.cost - low.cost) / (after - before),
      noise: (noiseAt(low.values) + noiseAt(high.values)) / (after - before),
      flat: low.cost === cost && high.cost === cost,
      bend: Math.abs((high.cost - cost) / (after - p) - (cost - low.cost) / (p - before)),
      isKinked: () =>
        low.nodes.some((node) => {
          const [below, above] = [low, high].map(({ values }) => values.get(node.input)!);
          const at = around(node, model, (name) => buffers.get(name)!);
          return boundsOf(node).crossesKink?.(at, below!, above!) ?? false;
        }),
    };
  };
  const usual = usualStep(noiseAt(buffers), scaleOf(reference, cost));
  /** How far a parameter moves until its values have moved by 1, at most by 1,000. */
  const reach = (parameter: BufferName, k: number): number =>
    1 / Math.max(moved.gain(parameter, k) || 1, 1e-3);
  return {
    usual: (parameter, k) =>
      estimate(parameter, k, Math.max(usual * reach(parameter, k), shortest(parameter, k))),
    *shortening(parameter, k) {
      const least = shortest(parameter, k);
      let h = LONGEST * reach(parameter, k);
      for (let i = 0; i < STEPS && h >= least; i++, h /= RATIO) yield estimate(parameter, k, h);
    },
  };
}

/** The h at which noise / h and the truncation error h² J‴ are equal, were J‴ as large as J; from 1e-5 to 1e-2. */
const usualStep = (noise: number, scale: number): number =>
  Math.min(Math.max(Math.cbrt(noise / scale) || 0, 1e-5), 1e-2);

/** The size of J, or of its steepest finite slope where that is larger. */
function scaleOf({ model, buffers }: Trace, cost: number): number {
  let scale = Math.abs(cost);
  for (const name of model.parameters.keys())
    for (const slope of buffers.get(gradientOf(name))!.data)
      if (Math.abs(slope) < Infinity) scale = Math.max(scale, Math.abs(slope));
  return scale;
}
