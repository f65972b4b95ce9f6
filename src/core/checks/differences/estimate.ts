import type { Matrix } from '../../math/matrix';
import { type BufferName, parseName } from '../../model/names';
import type { Trace } from '../../pass/trace';
import { crossesKink } from './bends';
import { movedCost } from './cost-with';
import { type Difference, RATIO } from './extrapolate';
import { errorOfOutput, noiseOfCost } from './noise';

/** ∂J/∂p as two values of J beside p tell it: (J(p + h) − J(p − h)) / 2h. */
export interface Estimate extends Difference {
  /** Whether J is to the last bit what it is at p. */
  readonly flat: boolean;
  /** Whether some Z goes over a kink between p − h and p + h. */
  isKinked(): boolean;
}

/** Central differences of a pass in float64, which is as it should be. */
export interface Estimator {
  /** The slope for cell k of a parameter with a step at which most are told well. */
  usual(parameter: BufferName, k: number): Estimate;
  /** The slopes with shorter and shorter steps, the first so long that Z moves by a half. */
  shortening(parameter: BufferName, k: number): Generator<Estimate>;
}

/** The longest step, as far as Z moves, and how many there are: down to 3e-8. */
const LONGEST = 0.5;
const STEPS = 13;

/** Central differences of the J of a pass. */
export function estimatorOf(reference: Trace): Estimator {
  const { model, buffers } = reference;
  const cost = buffers.get('cost')!.data[0]!;
  const moved = movedCost(reference);
  const error = errorOfOutput(reference);
  const noiseAt = (output: Matrix) => noiseOfCost(model, output, error);
  const reach = reachOf(reference);

  // Below 1e-9 of p, p + h would be off by more than the differences may be.
  const shortest = (parameter: BufferName, k: number): number =>
    1e-9 * Math.abs(model.parameters.get(parameter)!.data[k]!);
  const estimate = (parameter: BufferName, k: number, h: number): Estimate => {
    const p = model.parameters.get(parameter)!.data[k]!;
    const [before, after] = [p - h, p + h];
    const [low, high] = [moved(parameter, k, before), moved(parameter, k, after)];
    const first = parseName(parameter).layer;
    return {
      slope: (high.cost - low.cost) / (after - before),
      noise: (noiseAt(low.output) + noiseAt(high.output)) / (after - before),
      flat: low.cost === cost && high.cost === cost,
      isKinked: () =>
        model.layers
          .slice(first - 1)
          .some((layer, i) =>
            crossesKink({ layer, at: buffers.get(`Z${first + i}`)!, low: low.Z[i]!, high: high.Z[i]! }),
          ),
    };
  };
  const usual = usualStep(noiseAt(buffers.get(`A${model.layers.length}`)!), scaleOf(reference));
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

/** The h at which noise / h and the truncated h² J‴ are of one size, were J‴ of the size of J; 1e-5 to 1e-2. */
const usualStep = (noise: number, scale: number): number =>
  Math.min(Math.max(Math.cbrt(noise / scale) || 0, 1e-5), 1e-2);

/** The size of J, or of its steepest finite slope where that is larger. */
function scaleOf({ model, buffers }: Trace): number {
  let scale = Math.abs(buffers.get('cost')!.data[0]!);
  for (const name of model.parameters.keys())
    for (const slope of buffers.get(`d${name}`)!.data)
      if (Math.abs(slope) < Infinity) scale = Math.max(scale, Math.abs(slope));
  return scale;
}

/** How far a parameter moves until its Z have moved by 1: by 1 for b; for W by 1 / max |A_prev|, at most by 1,000. */
function reachOf({ buffers, model }: Trace): (parameter: BufferName, k: number) => number {
  const largest = model.layers.map((_, i) => largestOfRows(buffers.get(`A${i}`)!));
  return (parameter, k) => {
    const { kind, layer } = parseName(parameter);
    if (kind !== 'W') return 1;
    const inputs = largest[layer - 1]!;
    return 1 / Math.max(inputs[k % inputs.length]! || 1, 1e-3);
  };
}

function largestOfRows({ rows, cols, data }: Matrix): Float64Array {
  const largest = new Float64Array(rows);
  for (let k = 0; k < data.length; k++) {
    const i = Math.floor(k / cols);
    largest[i] = Math.max(largest[i]!, Math.abs(data[k]!));
  }
  return largest;
}
