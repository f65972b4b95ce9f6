import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationOf } from '../../../../src/core/activations';
import { slopeCheck } from '../../../../src/core/checks/differences/slope-check';
import { magnitudesOf } from '../../../../src/core/checks/magnitudes';
import { tensorOf } from '../../../../src/core/checks/tensor-of';
import { fromRows, largestMagnitude, map } from '../../../../src/core/math/matrix';
import { record } from '../../../../src/core/pass/record';
import type { Trace } from '../../../../src/core/pass/trace';
import { part } from '../../../extent';
import { defineOwn } from '../../define-own';
import { anyNetwork, anyRegularised, modelFrom } from '../../models';
import { allCells, checked, inPrecision, withCell } from '../shown';

const model = modelFrom({
  layers: [
    { activation: 'tanh', units: 4 },
    { activation: 'relu', units: 3 },
    { activation: 'sigmoid', units: 1 },
  ],
  loss: 'binary_cross_entropy',
});

/** Whether the loss does not depend on the last digits of A, of which float32 has few: 1 / A and 1 / (1 − A) are small. */
const isTame = (trace: Trace): boolean =>
  Number.isFinite(trace.buffers.get('cost')!.data[0]) &&
  tensorOf(trace, `dA${trace.model.layers.length}`)!.data.every((d) => Math.abs(d) < 100);

/** Whether no Z stands so near to a kink that the kink might explain what is off. */
const isClear = ({ model, buffers }: Trace): boolean =>
  model.layers.every((layer, i) =>
    buffers
      .get(`Z${i + 1}`)!
      .data.every((z) => activationOf(layer).kinks.every((kink) => Math.abs(z - kink) > 1e-3)),
  );

const precisions = fc.constantFrom('float32' as const, 'float64' as const);

describe('central differences of an untouched pass', () => {
  it('agree with every gradient, and say how far they are from it', () => {
    const report = checked(record(model));
    expect(report).toMatchObject({
      done: 35,
      total: 35,
      counts: { agrees: 35, off: 0, kink: 0, untold: 0, rounded: 0 },
      wrongCells: [],
    });
    expect(report.error).toBeGreaterThan(0);
    expect(report.error).toBeLessThan(1e-9);
  });

  it('find nothing off in any network, in either precision and under any keep rules', () => {
    fc.assert(
      fc.property(fc.oneof(anyNetwork, anyRegularised), precisions, (network, precision) => {
        const trace = record(inPrecision(network, precision));
        fc.pre(precision === 'float64' || isTame(trace));
        const { wrongCells, counts } = checked(trace);
        expect(wrongCells).toEqual([]);
        expect(counts.off).toBe(0);
      }),
      { numRuns: part(200) },
    );
  });

  it('tell how far they are while they go on', () => {
    const check = slopeCheck(record(model), allCells(model));
    expect(check.report()).toMatchObject({ done: 0, total: 35 });
    expect(check.next()).toBe(true);
    expect(check.report()).toMatchObject({ done: 1, total: 35, counts: { agrees: 1 } });
  });
});

describe('central differences of a pass with a wrong gradient', () => {
  it('find the cell, with what it is and what it should be', () => {
    const trace = record(model);
    const right = trace.buffers.get('dW2')!.data[7]!;
    const { counts, wrongCells, error } = checked(withCell(trace, 'dW2', 7, (x) => x + 0.01));
    expect(counts).toEqual({ agrees: 34, off: 1, kink: 0, untold: 0, rounded: 0 });
    expect(wrongCells).toHaveLength(1);
    expect(wrongCells[0]).toMatchObject({ tensor: 'dW2', row: 1, col: 3, found: right + 0.01 });
    expect(wrongCells[0]!.right).toBeCloseTo(right, 8);
    const largest = largestMagnitude(trace.buffers.get('dW2')!);
    expect(error).toBeCloseTo(0.01 / largest, 8);
  });

  it('find a cell that is off by one percent, and by more than float32 rounds, in any network and either precision', () => {
    fc.assert(
      fc.property(anyNetwork, precisions, fc.nat(), fc.nat(), (network, precision, which, cell) => {
        const trace = record(inPrecision(network, precision));
        const names = [...network.parameters.keys()].map((name) => `d${name}`);
        const gradients = names.map((name) => trace.buffers.get(name)!);
        const largest = Math.max(...gradients.map(largestMagnitude));
        const at = which % names.length;
        const k = cell % gradients[at]!.data.length;
        fc.pre(isClear(trace) && isTame(trace) && largest > 1e-6);
        const terms = 5e-4 * magnitudesOf(trace).get(names[at]!)!.terms.data[k]!;
        const changed = withCell(
          trace,
          names[at]!,
          k,
          (x) => x + 0.01 * Math.abs(x) + 0.001 * largest + terms,
        );
        const { counts, wrongCells } = checked(changed);
        fc.pre(counts.untold === 0);
        expect(counts.off).toBe(1);
        expect(wrongCells[0]).toMatchObject({ tensor: names[at] });
      }),
      { numRuns: part(200) },
    );
  });

  it('find what a cell changed by hand in a cache has moved, and nothing else', () => {
    const changed = record(model, undefined, [{ tensor: 'Z1', row: 1, col: 2, value: 3 }]);
    const { wrongCells, counts } = checked(changed);
    expect(wrongCells.map(({ tensor, row }) => [tensor, row])).toEqual([
      ['dW1', 1],
      ['db1', 1],
    ]);
    expect(counts.off).toBe(4);
  });

  it('take NaN and infinity for wrong where J has a slope', () => {
    for (const wrong of [Number.NaN, Infinity]) {
      const { wrongCells, error } = checked(withCell(record(model), 'db1', 2, () => wrong));
      expect(wrongCells[0]).toMatchObject({ tensor: 'db1', row: 2, col: 0, found: wrong });
      expect(error).toEqual(Number.isNaN(wrong) ? Number.NaN : Infinity);
    }
  });

  it('name of each gradient the cell that is off most', () => {
    const twice = withCell(
      withCell(record(model), 'dW1', 0, (x) => x + 0.1),
      'dW1',
      5,
      (x) => x - 0.3,
    );
    const { wrongCells, counts } = checked(withCell(twice, 'db3', 0, (x) => -x));
    expect(counts.off).toBe(3);
    expect(wrongCells.map(({ tensor, row, col }) => [tensor, row, col])).toEqual([
      ['dW1', 1, 2],
      ['db3', 0, 0],
    ]);
  });
});

describe('central differences under batch norm', () => {
  const normalised = modelFrom({
    layers: [
      { activation: 'tanh', units: 4, batch_norm: { epsilon: 1e-5, keep: 'normalised' } },
      { activation: 'linear' },
    ],
  });

  it('agree with gamma and beta, and with a db that is 0 but for rounding', () => {
    const trace = record(normalised);
    expect(largestMagnitude(trace.buffers.get('db1')!)).toBeLessThan(1e-15);
    const { counts, total, wrongCells } = checked(trace);
    expect(wrongCells).toEqual([]);
    expect(counts.agrees).toBe(total);
    expect(total).toBe(12 + 4 + 4 + 4 + 8 + 2);
  });

  it.each(['dgamma1', 'dbeta1', 'dW1', 'db1'])(
    'find a %s that is off by one percent of what it sums',
    (name) => {
      const trace = record(normalised);
      const size = magnitudesOf(trace).get(name)!.terms.data[1]!;
      const { wrongCells } = checked(withCell(trace, name, 1, (x) => x + 0.01 * size));
      expect(wrongCells).toMatchObject([{ tensor: name }]);
    },
  );
});

describe('central differences where J has no slope', () => {
  /** One relu with Z = W x + b = 0 in its first example: b stands at the kink, and so does W. */
  const atKink = {
    ...modelFrom({ inputs: 1, layers: [{ activation: 'relu', units: 1 }], m: 2 }),
  };
  const kinked = (b: number) => ({
    ...atKink,
    X: map(atKink.X, (_x) => 1),
    Y: map(atKink.Y, () => 2),
    parameters: new Map(
      Array.from(atKink.parameters, ([name, matrix]) => [name, map(matrix, () => (name === 'b1' ? b : 1))]),
    ),
  });

  it('leave out parameters that stand at a kink', () => {
    expect(checked(record(kinked(-1)))).toMatchObject({
      counts: { agrees: 0, off: 0, kink: 2, untold: 0 },
      error: 0,
      wrongCells: [],
    });
  });

  it.each([1e-6, -1e-6, 3e-7, 1e-5, -2e-6])('look at one side of a kink that is %d away', (away) => {
    expect(checked(record(kinked(-1 + away)))).toMatchObject({ counts: { agrees: 2 }, wrongCells: [] });
  });

  it('agree where nothing depends on the kink: all parameters 0', () => {
    const zero = {
      ...model,
      parameters: new Map(Array.from(model.parameters, ([n, p]) => [n, map(p, () => 0)])),
    };
    expect(checked(record(zero)).counts).toEqual({ agrees: 35, off: 0, kink: 0, untold: 0, rounded: 0 });
  });

  it.each(['relu', 'max(z, 0)'])(
    'leave out two kinks of %s that bend against each other, and look like none',
    (g) => {
      const own = defineOwn(
        { formula: 'max(z, 0)' },
        {
          g: (z) => Math.max(z, 0),
          fromZ: (z) => (z > 0 ? 1 : 0),
          tex: { g: 'z', slope: { Z: '1' } },
          costs: { g: [0, 0], Z: [0, 0] },
        },
      );
      const layer = { ...atKink.layers[0]!, activation: g, ...(g !== 'relu' && { own }) };
      // W moves Z of the first example over the kink on one side, and that of the second on the other: J is straight.
      const opposite = {
        ...atKink,
        layers: [layer],
        X: fromRows([[1, -1]], 'float64'),
        Y: fromRows([[2, -2]], 'float64'),
        parameters: new Map(Array.from(atKink.parameters, ([name, matrix]) => [name, map(matrix, () => 0)])),
      };
      const { counts, wrongCells } = checked(record(opposite));
      expect(wrongCells).toEqual([]);
      expect(counts).toMatchObject({ agrees: 1, off: 0, kink: 1 });
    },
  );

  it('still find what a kink does not explain', () => {
    const wrong = withCell(record(kinked(-1)), 'dW1', 0, () => 40);
    expect(checked(wrong).wrongCells[0]).toMatchObject({ tensor: 'dW1' });
  });
});

describe('central differences where nothing can be told', () => {
  it('are not taken where J is no number', () => {
    const beyond = { ...model, Y: map(model.Y, () => Number.NaN) };
    const report = checked(record(beyond));
    expect(report).toMatchObject({ done: 0, total: 35, wrongCells: [], error: 0 });
    expect(report.cost).toBeNaN();
  });

  it('leave out what an own formula rounds too coarsely for: z + 1e13 − 1e13', () => {
    const own = { formula: 'z + 1e13 - 1e13' };
    defineOwn(
      own,
      {
        g: (z) => z + 1e13 - 1e13,
        fromZ: () => 1,
        tex: { g: 'z', slope: { Z: '1' } },
        costs: { g: [0, 0], Z: [0, 0] },
      },
      { rounding: () => 1e13 * 2 ** -52 },
    );
    const coarse = modelFrom({ layers: [{ activation: 'linear', units: 2 }] });
    const layers = [{ ...coarse.layers[0]!, activation: 'coarse', own }];
    const { counts, wrongCells } = checked(record({ ...coarse, layers }));
    expect(wrongCells).toEqual([]);
    expect(counts.off).toBe(0);
  });

  it('leave out what J is too coarse for: a sigmoid of 37, and the label 0', () => {
    const saturated = modelFrom({
      inputs: 1,
      layers: [{ activation: 'sigmoid', units: 1 }],
      m: 1,
      loss: 'binary_cross_entropy',
    });
    const far = {
      ...saturated,
      X: map(saturated.X, () => 1),
      Y: map(saturated.Y, () => 0),
      parameters: new Map(
        Array.from(saturated.parameters, ([n, p]) => [n, map(p, () => (n === 'W1' ? 36 : 0.5))]),
      ),
    };
    expect(checked(record(far)).counts).toMatchObject({ off: 0, untold: 2 });
  });
});
