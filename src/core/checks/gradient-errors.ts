import { absolute, largestMagnitude, type Matrix } from '../math/matrix';
import { type BufferName, gradientOf } from '../model/names';
import type { Node } from '../operations';
import type { Trace } from '../pass/trace';
import { around, boundsOf } from './bounds';
import { tensorOf } from './distance';
import { allowedOfSums, exact, type Magnitude } from './magnitude';
import { magnitudesOf, ofCost } from './magnitudes';
import { roundingOf } from './rounding';

/** How far one gradient is from another run's. */
export interface GradientError {
  readonly gradient: BufferName;
  /** The largest relative difference of a cell; NaN where a run has NaN or infinity. */
  readonly error: number;
  /** Whether it is the same gradient: no cell is further off than rounding takes it. */
  readonly same: boolean;
}

/**
 * How far the gradient of every parameter of a run is from a run of the same network, usually one in float64.
 *
 * A cell is a sum over examples, and where its terms cancel, rounding is large beside what is left of them: keep Z
 * itself is off by 1e-3 there. So the same is judged by the magnitudes of the terms, Σ|dZ||A_prev| / m and Σ|dZ| / m
 * in the reference; that measure bounds the error of a sum however it is rounded (Higham, Accuracy and Stability of
 * Numerical Algorithms, 2nd ed. 2002, section 4.2).
 */
export function gradientErrors({ buffers, model }: Trace, reference: Trace): GradientError[] {
  const { precision } = model;
  const rounding = roundingOf(precision);
  return Array.from(magnitudesIn(reference), ([gradient, magnitudes]) => {
    const [found, right] = [buffers.get(gradient)!, reference.buffers.get(gradient)!];
    const differences = differencesOf(found, right);
    return {
      gradient,
      error: largestShare(differences, right),
      same: differences.every(
        (d, k) =>
          d === 0 ||
          d <= rounding * magnitudes.data[k]! ||
          // Of what was lost near 0 is only asked where that may be: it takes a whole way back.
          (d < NEAR_0[precision] &&
            d <=
              allowedOfSums(
                precision,
                { terms: magnitudes, underflows: underflowsIn(reference).get(gradient)! },
                k,
              )),
      ),
    };
  });
}

const known = new WeakMap<Trace, ReadonlyMap<BufferName, Matrix>>();

const knownNear0 = new WeakMap<Trace, ReadonlyMap<BufferName, Matrix>>();

/** What is lost near 0 is no larger than this, unless it is made a hundred million times larger further down. */
const NEAR_0 = { float32: 2 ** -100, float64: 2 ** -996 } as const;

/** For every gradient of a run, how many numbers of the format's least its cells may have lost. */
function underflowsIn(trace: Trace): ReadonlyMap<BufferName, Matrix> {
  const found =
    knownNear0.get(trace) ??
    new Map(Array.from(magnitudesOf(trace), ([name, { underflows }]) => [name, underflows]));
  knownNear0.set(trace, found);
  return found;
}

/** For the gradient of every parameter of a run, the means of the magnitudes of the terms that its cells sum. */
function magnitudesIn(trace: Trace): ReadonlyMap<BufferName, Matrix> {
  const found = known.get(trace) ?? new Map(trace.nodes.flatMap((node) => termsOf(trace, node)));
  known.set(trace, found);
  return found;
}

function termsOf(trace: Trace, node: Node): [BufferName, Matrix][] {
  const { model, nodes } = trace;
  const at = (of: Node) => around(of, model, (name) => tensorOf(trace, name)!);
  const given = ({ output }: Node): Magnitude => {
    const d = tensorOf(trace, gradientOf(output));
    return d ? exact(absolute(d)) : ofCost;
  };
  const isOfParameter = (name: BufferName) => Array.from(model.parameters.keys(), gradientOf).includes(name);
  // Where what comes back is a difference, it is off by more than a part of itself.
  const maker = nodes.find(({ input }) => input === node.output);
  const { cancels, input } = maker ? boundsOf(maker) : {};
  const d = () => (maker && cancels && input ? input(at(maker), given(maker)) : given(node));
  return boundsOf(node)
    .others(at(node), d())
    .flatMap(([name, { terms }]): [BufferName, Matrix][] => (isOfParameter(name) ? [[name, terms]] : []));
}

/** |x − y| for every cell; NaN where one is NaN or infinite, in both runs too: what is no number is never the same. */
const differencesOf = ({ data }: Matrix, right: Matrix): Float64Array =>
  Float64Array.from(right.data, (y, k) => {
    const difference = Math.abs(data[k]! - y);
    return difference < Infinity ? difference : Number.NaN;
  });

/** The largest difference relative to its cell; where that is 0, to the largest cell. */
function largestShare(differences: Float64Array, right: Matrix): number {
  const largest = largestMagnitude(right);
  let worst = 0;
  for (let k = 0; k < differences.length; k++) {
    if (differences[k] === 0) continue;
    const share = differences[k]! / (Math.abs(right.data[k]!) || largest);
    if (!(share < Infinity)) return Number.NaN;
    worst = Math.max(worst, share);
  }
  return worst;
}
