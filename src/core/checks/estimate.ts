import type { Matrix } from '../matrix';
import { type BufferName, parseName } from '../names';
import type { Trace } from '../pass/trace';
import { movedCost } from './moved-cost';
import { noiseOfCost } from './noise';

/** ∂J/∂p as values of J beside p tell it. */
export interface Estimate {
  readonly h: number;
  /** (J(p + h) − J(p − h)) / 2h */
  readonly slope: number;
  /** By how much the slope from p to p + h is larger than that from p − h to p: J″h where J is smooth. */
  readonly bend: number;
  /** How far rounding may take the slope. */
  readonly noise: number;
}

/** Central differences of a pass in float64, which is as it should be. */
export interface Estimator {
  /** The size of J or of its steepest slope, at least 1e-6: what noise is small or large beside. */
  readonly scale: number;
  /** The slope for cell k of a parameter, with `share` of the usual h. */
  estimate(parameter: BufferName, k: number, share: number): Estimate;
}

/** Central differences of the J of a pass. */
export function estimatorOf(reference: Trace): Estimator {
  const cost = reference.buffers.get('cost')!.data[0]!;
  const costAt = movedCost(reference);
  const noise = noiseOfCost(reference);
  const scale = Math.max(Math.abs(cost), steepestOf(reference), 1e-6);
  const [usual, reach] = [usualStep(noise, scale), reachOf(reference)];
  return {
    scale,
    estimate(parameter, k, share) {
      const p = reference.model.parameters.get(parameter)!.data[k]!;
      // Below 1e-9 of p, p + h would be off by more than the differences may be.
      const h = Math.max(share * usual * reach(parameter, k), 1e-9 * Math.abs(p));
      const [before, after] = [p - h, p + h];
      const [low, high] = [costAt(parameter, k, before), costAt(parameter, k, after)];
      return {
        h,
        slope: (high - low) / (after - before),
        bend: (high - cost) / (after - p) - (cost - low) / (p - before),
        noise: noise / h,
      };
    },
  };
}

/** The h at which noise / h and the truncated h² J‴ are of one size, were J‴ of the size of J; 1e-5 to 1e-2. */
const usualStep = (noise: number, scale: number): number =>
  Math.min(Math.max(Math.cbrt(noise / scale) || 0, 1e-5), 1e-2);

/** The largest finite slope of J. */
function steepestOf({ model, buffers }: Trace): number {
  let steepest = 0;
  for (const name of model.parameters.keys())
    for (const slope of buffers.get(`d${name}`)!.data)
      if (Math.abs(slope) < Infinity) steepest = Math.max(steepest, Math.abs(slope));
  return steepest;
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
