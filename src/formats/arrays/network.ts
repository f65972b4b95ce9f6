import * as v from 'valibot';
import { type ActivationName, activationNames, activations } from '../../core/activations';
import { largestDistance } from '../../core/checks/distance';
import { fromRows, type Matrix, type Precision } from '../../core/math/matrix';
import type { Layer } from '../../core/model/model';
import { isParameterName, named as tensorName } from '../../core/model/names';
import { type BatchNorm, usualNorm } from '../../core/model/regularisation';
import { limits } from '../limits';
import { isFlat, listed, type Raw, shapeIn } from '../meant/raw';
import { named, tensorNamed } from '../meant/tensor-names';
import { anyRowsSchema } from '../model/rows-schema';
import { dropoutRemarks, dropoutTold } from './dropout';

/** Arrays by name, with the precision that they were computed in, where their file tells. */
export interface Arrays {
  readonly arrays: Raw;
  readonly precision?: Precision;
}

/** A network that arrays tell of, as JSON of a model file, and what was made up to tell it. */
interface Network {
  readonly json: Raw;
  readonly remark: string;
}

/** The number of the last layer that has a W among arrays; 0 where none has. */
export const lastLayer = (arrays: Raw): number =>
  Object.keys(arrays)
    .map((name) => Number(/^W(\d+)$/.exec(tensorNamed(name, 1) ?? '')?.[1] ?? 0))
    .reduce((most, layer) => Math.max(most, layer), 0);

/**
 * The network that arrays are of, where X, Y and every W are among them. A γ or a β tells of batch norm, a D of dropout; activations
 * are told by what they are given and A, where both are there. What is not told is as in the `likely` layers of a network with
 * as many, or as is usual. Undefined where arrays are no whole network.
 */
export function networkOf(
  { arrays, precision = 'float64' }: Arrays,
  name: string,
  likely: readonly Pick<Layer, 'activation' | 'batch_norm' | 'dropout'>[],
): Network | undefined {
  const last = lastLayer(arrays);
  if (last === 0 || last > limits.layers) return undefined;
  const unclear: string[] = [];
  const { A0, Y, ...tensors } = named(arrays, last, (written) => unclear.push(written));
  const numbers = Array.from({ length: last }, (_, i) => i + 1);
  if (A0 === undefined || Y === undefined || numbers.some((l) => !(tensorName('W', l) in tensors)))
    return undefined;
  const isNormalised = (l: number) => tensorName('gamma', l) in tensors || tensorName('beta', l) in tensors;
  const told = numbers.map((l) =>
    activationTold(tensors[tensorName(isNormalised(l) ? 'Ztilde' : 'Z', l)], tensors[tensorName('A', l)]),
  );
  const alike = likely.length === last ? likely : [];
  const units = numbers.map((l) => unitsOf(tensors[tensorName('b', l)], tensors[tensorName('W', l)]));
  // The last layer has none: its A is what the network says.
  const dropouts = numbers.slice(0, -1).map((l, i) => {
    const of = (kind: 'D' | 'A' | 'Adrop') => tensors[tensorName(kind, l)];
    return dropoutTold({ D: of('D'), A: of('A'), Adrop: of('Adrop') }, units[i], alike[i]?.dropout);
  });
  const layers = numbers.map((l, i) => ({
    units: units[i],
    activation: told[i] ?? alike[i]?.activation ?? (l < last ? 'relu' : outputFor(Y)),
    ...(isNormalised(l) && { batch_norm: alike[i]?.batch_norm ?? usualNorm }),
    ...(dropouts[i] && { dropout: dropouts[i].dropout }),
  }));
  const isParameter = ([tensor]: readonly [string, unknown]) => isParameterName(tensor);
  const entries = Object.entries(tensors);
  return {
    json: {
      ...Object.fromEntries(unclear.map((written) => [written, arrays[written]])),
      name,
      precision,
      layers,
      X: A0,
      Y,
      parameters: Object.fromEntries(entries.filter(isParameter)),
      expected: Object.fromEntries(entries.filter((entry) => !isParameter(entry))),
    },
    remark: [
      told.every((activation) => activation !== undefined)
        ? `These are arrays alone. Their shapes tell the layers; Z and A tell that these are ${listed(told)}.`
        : `These are arrays alone. Their shapes tell the layers, but not the activations: here they are ${listed(layers.map(({ activation }) => activation!))}. Choose others if they were.`,
      ...normRemark(layers.map(({ batch_norm }) => batch_norm)),
      ...dropoutRemarks(dropouts),
    ].join(' '),
  };
}

/** Says which layers have batch norm, and with what ε: no array tells that. */
function normRemark(norms: readonly (BatchNorm | undefined)[]): string[] {
  const numbers = norms.flatMap((norm, i) => (norm ? [`${i + 1}`] : []));
  if (numbers.length === 0) return [];
  const epsilons = [...new Set(norms.flatMap((norm) => (norm ? [`${norm.epsilon}`] : [])))];
  const which = numbers.length === 1 ? `layer ${numbers[0]} has` : `layers ${listed(numbers)} have`;
  return [`gamma and beta tell that ${which} batch norm; its epsilon is ${listed(epsilons)} here.`];
}

/** The units of a layer by its biases, which are one for each however they stand; else by the rows of W. */
function unitsOf(b: unknown, W: unknown): number | undefined {
  if (typeof b === 'number') return 1;
  if (isFlat(b)) return b.length;
  const shape = shapeIn(b);
  return shape ? shape.rows * shape.cols : shapeIn(W)?.rows;
}

/** How far an A may be from g(Z), printed numbers among them. */
const PRINTED = 1e-3;

/** The activation that makes A of Z, of several the nearest; undefined where none does. */
function activationTold(Z: unknown, A: unknown): ActivationName | undefined {
  const [before, after] = [matrixOf(Z), matrixOf(A)];
  if (!before || !after || before.rows !== after.rows || before.cols !== after.cols) return undefined;
  const distances = activationNames.map((name) => {
    const { forward, alpha = 0 } = activations[name];
    return { name, distance: largestDistance(forward(before, alpha), after) };
  });
  const [nearest] = distances
    .filter(({ distance }) => distance <= PRINTED)
    .toSorted((a, b) => a.distance - b.distance);
  return nearest?.name;
}

function matrixOf(value: unknown): Matrix | undefined {
  const read = v.safeParse(anyRowsSchema, value);
  return read.success ? fromRows(read.output, 'float64') : undefined;
}

/** What the last layer usually is over such labels. */
function outputFor(Y: unknown): ActivationName {
  const labels = [Y].flat(2);
  if (!labels.every((y) => y === 0 || y === 1)) return 'linear';
  const shape = shapeIn(Y);
  return shape && shape.rows > 1 && shape.cols > 1 ? 'softmax' : 'sigmoid';
}
