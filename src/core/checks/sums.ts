import { activationOf, activations } from '../activations';
import { absolute, largestMagnitude, type Matrix, map, scalar, zip } from '../math/matrix';
import { multiply, transposed } from '../math/multiply';
import { isFused } from '../model/model';
import type { BufferName } from '../model/names';
import { losses } from '../operations/losses';
import type { Trace } from '../pass/trace';
import { tensorOf } from './distance';
import { exact, type Magnitude, ofDifference, parametersOf, throughActivation } from './magnitudes';
import { steepnessNear } from './steepness';

/**
 * What the cells of every tensor of a pass sum in the step that makes them, by its own numbers: how far two programs
 * may be apart in a cell of which little is left. Unlike `magnitudesOf` it does not grow with the number of layers.
 */
export function sumsOf(trace: Trace): ReadonlyMap<BufferName, Magnitude> {
  const sums = new Map<BufferName, Magnitude>();
  const { model, buffers } = trace;
  const last = model.layers.length;
  const of = (name: BufferName): Matrix => buffers.get(name)!;
  model.layers.forEach((layer, i) => {
    const l = i + 1;
    const terms = multiply(absolute(of(`W${l}`)), absolute(of(`A${i}`)), 'float64', {
      plus: absolute(of(`b${l}`)),
    });
    sums.set(`Z${l}`, exact(terms));
    const [A, Z] = [of(`A${l}`), of(`Z${l}`)];
    const most = largestMagnitude(terms);
    const moved =
      activationOf(layer) === activations.softmax
        ? map(A, (a) => 2 * a * most, 'float64')
        : zip(steepnessNear(layer, Z).steepest, terms, (slope, t) => slope * t);
    sums.set(`A${l}`, exact(zip(moved, A, (by, a) => by + Math.abs(a))));
  });
  sums.set('cost', exact(scalar(sumOfCost(trace), 'float64')));

  let dA = ofLoss(trace);
  for (let l = last; l >= 1; l--) {
    const isAtOnce = l === last && isFused(model);
    const inTwo = () => throughActivation(model.layers[l - 1]!, of(`Z${l}`), of(`A${l}`), exact(dA.terms));
    const dZ = isAtOnce ? ofDifference(of(`A${l}`), model.Y) : inTwo();
    sums.set(`dA${l}`, dA).set(`dZ${l}`, dZ);
    for (const [name, sum] of parametersOf(l, dZ, of(`A${l - 1}`))) sums.set(name, sum);
    dA = exact(multiply(transposed(absolute(of(`W${l}`))), absolute(of(`dZ${l}`)), 'float64'));
  }
  return sums.set('dA0', dA);
}

/** dA[L], and how far it moves with A: 1 − A, of which little may be left, stands below a fraction line. */
function ofLoss(trace: Trace): Magnitude {
  const { model, buffers } = trace;
  const last = `A${model.layers.length}`;
  const A = buffers.get(last)!;
  const terms = absolute(tensorOf(trace, `d${last}`)!);
  const share = 2 ** -26;
  const beside = losses[model.loss].gradient(
    map(A, (a) => a * (1 - share), 'float64'),
    model.Y,
  );
  const slips = zip(beside, terms, (x) => Math.abs(x));
  const at = losses[model.loss].gradient(
    map(A, (a) => a, 'float64'),
    model.Y,
  );
  for (let k = 0; k < slips.data.length; k++) {
    const moved = Math.abs(at.data[k]! - beside.data[k]!) / share;
    slips.data[k] = moved < Infinity ? moved : 0;
  }
  return { ...exact(terms), slips };
}

/** |J|, and how far it moves with A. */
function sumOfCost({ model, buffers }: Trace): number {
  const A = buffers.get(`A${model.layers.length}`)!;
  const { gradient } = losses[model.loss];
  const dA = gradient(A, model.Y);
  let sum = 0;
  for (let k = 0; k < A.data.length; k++) sum += Math.abs(dA.data[k]! * A.data[k]!) / A.cols;
  const cost = Math.abs(buffers.get('cost')!.data[0]!);
  return sum < Infinity ? cost + sum : cost;
}
