import { describe, expect, it } from 'vitest';
import { compareExpected } from '../../../src/core/checks/expected/expected';
import { gradientErrors } from '../../../src/core/checks/gradient-errors';
import { compareRules } from '../../../src/core/checks/rules';
import { type Matrix, map } from '../../../src/core/math/matrix';
import { type Model, withLayers } from '../../../src/core/model/model';
import { isGradient } from '../../../src/core/model/names';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { random } from '../../../src/data/random';
import { modelOf } from '../../../src/state/choice/model-of';
import { part } from '../../extent';
import { drawnChoice, drawnRegularised } from './drawn';
import { checked } from './shown';

/** The exponents of ten between which a format has its last normal numbers and its least. */
const LAST = { float32: [37, 45], float64: [306, 323] } as const;

/** A format's least number that has all its digits. */
const NORMAL = { float32: 2 ** -126, float64: 2 ** -1022 } as const;

const times = (matrix: Matrix, factor: number): Matrix => map(matrix, (x) => factor * x);

/**
 * A network that is drawn from a seed, with gradients about as small as its format has numbers: by small inputs and
 * biases, by small weights, by both, or by labels beside its outputs.
 */
function nearZero(seed: number): Model {
  const choice = (seed % 2 === 0 ? drawnChoice : drawnRegularised)(seed);
  const model = modelOf({ ...choice, loss: 'mean_squared_error', output: 'two_steps' });
  const { uniform } = random(seed, 2);
  const [from, to] = LAST[model.precision];
  const least = 10 ** -(from + uniform() * (to - from));
  const depth = model.layers.length;
  const [inputs, weights, biases] = [
    [least, 1, least],
    [1, least ** (1 / depth), least],
    [Math.sqrt(least), Math.sqrt(least) ** (1 / depth), least],
    [1, 1, 1],
  ][seed % 4]! as [number, number, number];
  const parameters = new Map(
    Array.from(model.parameters, ([name, matrix]) => [
      name,
      times(matrix, /^W/.test(name) ? weights : /^b\d/.test(name) ? biases : 1),
    ]),
  );
  const scaled = { ...model, parameters, X: times(model.X, inputs) };
  const beside = seed % 4 === 3 ? (a: number) => a * (1 + 2 ** -20) : (a: number) => a + least;
  return { ...scaled, Y: map(record(scaled).buffers.get(`A${depth}`)!, beside) };
}

/** Whether every number of a pass is one, and some gradient has less digits than its format. */
const isNearZero = ({ buffers, model }: Trace): boolean =>
  [...buffers.values()].every(({ data }) => data.every(Number.isFinite)) &&
  [...buffers].some(
    ([name, { data }]) =>
      isGradient(name) && data.some((x: number) => x !== 0 && Math.abs(x) < NORMAL[model.precision]),
  );

const keepingA = (model: Model): Trace => record(withLayers(model, () => ({ keep: 'A', route: undefined })));

describe('a right pass whose gradients are next to nothing', () => {
  const passes = Array.from(
    { length: part(400) },
    (_, seed) => [seed, record(nearZero(seed))] as const,
  ).filter(([, trace]) => isNearZero(trace));

  it('is drawn often in both precisions', () => {
    for (const precision of ['float32', 'float64'])
      expect(passes.filter(([, { model }]) => model.precision === precision).length).toBeGreaterThan(
        part(40),
      );
  });

  it('has one gradient under all keep rules', () => {
    const red = passes.flatMap(([seed, trace]) => compareRules(trace).wrongCell && { seed });
    expect(red.filter((found) => found !== undefined)).toEqual([]);
  });

  it('is never off by central differences', () => {
    for (const [seed, trace] of passes) expect(checked(trace).wrongCells, `${seed}`).toEqual([]);
  });

  it('is what a file expects that was made with another keep rule', () => {
    for (const [seed, trace] of passes) {
      const { buffers } = keepingA(trace.model);
      const gradients = new Map([...buffers].filter(([name]) => isGradient(name)));
      expect(compareExpected(trace, gradients).wrongCells, `${seed}`).toEqual([]);
    }
  });

  it('has the same gradient as another rule, in Compare', () => {
    for (const [seed, trace] of passes) {
      const other = gradientErrors(keepingA(trace.model), trace);
      const off = other.filter(({ same, error }) => !same && !Number.isNaN(error));
      // Two examples leave next to nothing of what comes back through a batch norm.
      if (!(trace.model.X.cols === 2 && trace.model.layers.some(({ batch_norm }) => batch_norm)))
        expect(off, `${seed}`).toEqual([]);
    }
  });
});
