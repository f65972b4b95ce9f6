import { fromRows } from '../../src/core/math/matrix';
import type { Model } from '../../src/core/model/model';
import { random } from '../../src/data/random';
import type { Brought } from '../../src/mine';
import { cellwise, type Made, mistakes, type Net, namesOf, passOf, type Rows, T } from './student';

/** How a student writes arrays down. */
export const manners = ['course', 'rows', 'gradients-of-the-mean', 'float32', 'eight-digits'] as const;

/** More ways to write a right pass down. */
export const moreManners = [
  ...manners,
  'float16',
  'five-digits',
  'rounded-float32',
  'torch',
  'sum',
  'flat',
] as const;

export type Manner = (typeof moreManners)[number];

/** What a student brings: all, most of it, all but dZ as the course's grads have it, or gradients of parameters alone. */
const portions = ['all', 'all', 'all', 'some', 'no dZ'] as const;

/** A drawn case: a model, arrays, and what is wrong with them. */
export interface Case {
  readonly seed: number;
  readonly manner: Manner;
  readonly net: Net;
  readonly model: Model;
  readonly brought: ReadonlyMap<string, Brought>;
  readonly made: readonly Made[];
}

const hidden = Object.keys(cellwise);
const outputs = [
  ['sigmoid', 'binary_cross_entropy'],
  ['softmax', 'categorical_cross_entropy'],
  ['linear', 'mean_squared_error'],
  ['tanh', 'mean_squared_error'],
] as const;

/** A network, and what draws on from there; `scales` are how large its weights may be. */
export function drawnNet(seed: number, scales: readonly number[] = [0.8]) {
  const { uniform, normal } = random(seed);
  const pick = <X>(list: readonly X[]): X => list[Math.floor(uniform() * list.length)]!;
  const between = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  const [output, loss] = pick(outputs);
  const layers = between(1, 4);
  const activations = [...Array.from({ length: layers - 1 }, () => pick(hidden)), output];
  const isSquare = uniform() < 0.2;
  const width = between(2, 5);
  const units = Array.from({ length: layers + 1 }, (_, i) =>
    i === layers ? (output === 'softmax' ? between(2, 4) : between(1, 2)) : isSquare ? width : between(2, 6),
  );
  const m = isSquare && uniform() < 0.5 ? width : uniform() < 0.05 ? 1 : between(3, 9);
  const numbers = (rows: number, cols: number, by = 1): Rows =>
    Array.from({ length: rows }, () => Array.from({ length: cols }, () => by * normal()));
  const parameters = Object.fromEntries(
    activations.flatMap((_, i) => [
      [`W${i + 1}`, numbers(units[i + 1]!, units[i]!, scales.length > 1 ? pick(scales) : scales[0]!)],
      [`b${i + 1}`, numbers(units[i + 1]!, 1, 0.5)],
    ]),
  );
  const n = units[layers]!;
  const classes = Array.from({ length: m }, () => between(0, n - 1));
  const Y =
    loss === 'mean_squared_error'
      ? numbers(n, m)
      : Array.from({ length: n }, (_, i) =>
          classes.map((c) => (output === 'softmax' ? Number(c === i) : Number(uniform() < 0.5))),
        );
  const net: Net = { activations, units, m, loss, X: numbers(units[0]!, m), Y, parameters };
  return { net, pick, uniform };
}

/** A case with so many mistakes; undefined where what was drawn can't be. */
export function drawnCase(
  seed: number,
  count: number,
  written: readonly Manner[] = manners,
): Case | undefined {
  const { net, pick, uniform } = drawnNet(seed, count === 0 ? [0.1, 0.8, 2] : [0.8]);
  const { m } = net;
  const names = namesOf(net);
  const keys = Object.keys(mistakes);
  const planned = new Map<string, string>();
  for (let draw = 0; planned.size < count && draw < 200; draw++) {
    const key = pick(keys);
    const kinds = key.split(' ').slice(1);
    const places = names.filter((name) => kinds.includes(name.replace(/\d+$/, '')) && !planned.has(name));
    if (places.length > 0) planned.set(pick(places), key);
  }
  const pass = passOf(net, planned, pick);
  if (!pass) return undefined;
  const manner = pick(written);
  // W, b and X stay as they are; what is left out is no mistake itself.
  const wrong = new Set(pass.made.map(({ tensor }) => tensor));
  const drawn = count === 0 ? pick([...portions, 'gradients'] as const) : pick(portions);
  // Of one array alone nobody can tell that it is a sum.
  const portion = manner === 'sum' ? 'all' : drawn;
  const isLeft = (name: string) =>
    portion === 'gradients'
      ? /^d[Wb]/.test(name)
      : portion === 'all' ||
        wrong.has(name) ||
        wrong.has(name.replace('dZ', 'dA')) ||
        (portion === 'no dZ' ? !name.startsWith('dZ') : uniform() < 0.6);
  const brought = new Map(
    Object.entries(pass.tensors)
      .filter(([name]) => isLeft(name))
      .map(([name, rows]) => [name, asWritten(name, rows, manner, m)]),
  );
  return { seed, manner, net, model: modelOf(net), brought, made: pass.made };
}

/** A number of float16, near 1 to eleven bits. */
function half(x: number): number {
  const step = x === 0 ? 1 : 2 ** Math.max(-24, Math.floor(Math.log2(Math.abs(x))) - 10);
  return step * Math.round(x / step);
}

const rounding: Readonly<Partial<Record<Manner, (x: number) => number>>> = {
  float32: Math.fround,
  float16: half,
  'eight-digits': (x) => Number(x.toFixed(8)),
  'five-digits': (x) => Number(x.toFixed(5)),
  'rounded-float32': (x) => Math.fround(Number(x.toFixed(5))),
};

function asWritten(name: string, rows: Rows, manner: Manner, m: number): Brought {
  const isParameter = /^d[Wb]/.test(name);
  const isTurned =
    manner === 'rows' ? name !== 'cost' : manner === 'torch' && name !== 'cost' && !isParameter;
  const turned = isTurned ? T(rows) : rows;
  const isOfMean = ['gradients-of-the-mean', 'torch'].includes(manner) && /^d[AZ]/.test(name);
  const isSum = manner === 'sum' && (isParameter || name === 'cost');
  const digits = rounding[manner] ?? ((x) => (isOfMean ? x / m : isSum ? x * m : x));
  const isFlat = (manner === 'torch' || manner === 'flat') && name.startsWith('db');
  const shape = [turned.length, turned[0]!.length];
  return {
    shape: isFlat ? [shape[0]! * shape[1]!] : name === 'cost' && manner === 'torch' ? [] : shape,
    data: Float64Array.from(turned.flat(), digits),
  };
}

/** The model of a network, as it is opened. */
export const modelOf = ({ activations, units, loss, X, Y, parameters }: Net): Model => ({
  precision: 'float64',
  layers: activations.map((activation, i) => ({
    activation,
    units: units[i + 1]!,
    alpha: activation === 'leaky_relu' ? 0.01 : activation === 'elu' ? 1 : 0,
    keep: 'Z',
  })),
  loss,
  X: fromRows(X, 'float64'),
  Y: fromRows(Y, 'float64'),
  parameters: new Map(Object.entries(parameters).map(([name, rows]) => [name, fromRows(rows, 'float64')])),
});
