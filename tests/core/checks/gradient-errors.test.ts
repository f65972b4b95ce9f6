import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/compare/plans';
import { gradientErrors } from '../../../src/core/checks/gradient-errors';
import { roundingOf } from '../../../src/core/checks/rounding';
import { fromRows, type Matrix, map } from '../../../src/core/math/matrix';
import { record } from '../../../src/core/pass/record';
import type { Trace } from '../../../src/core/pass/trace';
import { readModelFile } from '../../../src/formats/model/model-file';
import { type Choice, choiceOfFile, firstChoice } from '../../../src/state/choice/choice';
import { setBatchNorm, setData, setExamples, setInit } from '../../../src/state/choice/edits';
import { modelOf } from '../../../src/state/choice/model-of';
import { anyNetwork } from '../models';
import { drawnRegularised } from './drawn';

const runOf = (choice: Choice, reference: string) => record(planOf(reference).apply(modelOf(choice)));

const errorsOf = (choice: Choice, reference: string) =>
  gradientErrors(runOf(choice, reference), runOf({ ...choice, precision: 'float64' }, 'Z_stable'));

const worst = (errors: ReturnType<typeof errorsOf>) => Math.max(...errors.map(({ error }) => error));
const isSame = (errors: ReturnType<typeof errorsOf>) => errors.every(({ same }) => same);

describe('keep Z against keep A on what the page opens on', () => {
  it('have the same gradient', () => {
    for (const reference of ['Z', 'A'])
      expect(isSame(errorsOf(firstChoice, reference)), reference).toBe(true);
  });
});

describe('a sigmoid that saturates in float32', () => {
  const file = readModelFile(readFileSync('tests/reference/saturated.json', 'utf8'));
  if (!file.ok) throw new Error(file.sentence);
  const choice: Choice = { ...choiceOfFile(file.value), precision: 'float32' };

  it('loses the gradient from A and by s(1 − s), and keeps it by the stable form', () => {
    expect(['Z_stable', 'Z', 'none', 'A'].map((rule) => isSame(errorsOf(choice, rule)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is off by what was found elsewhere: 5.7e-4 from A, 5.5e-4 in dW[2] by s(1 − s), 2e-6 by the stable form', () => {
    const inW2 = (reference: string) =>
      errorsOf(choice, reference).find(({ gradient }) => gradient === 'dW2')!.error;
    expect(worst(errorsOf(choice, 'A'))).toBeCloseTo(5.7e-4, 5);
    expect(inW2('Z')).toBeCloseTo(5.5e-4, 5);
    expect(inW2('Z_stable')).toBeLessThan(2e-6);
  });

  it('has another gradient by the stable form', () => {
    const [stable, z, a] = ['Z_stable', 'Z', 'A'].map((reference) =>
      Array.from(runOf(choice, reference).buffers.get('dW2')!.data),
    );
    expect(z).not.toEqual(stable);
    expect(a).not.toEqual(stable);
  });
});

describe('db below a batch norm, which is 0 in exact numbers', () => {
  const withNorm = setBatchNorm(1, { epsilon: 1e-5, keep: 'normalised' })(firstChoice);

  it('is off by little of what it sums, though by many times what rounding left of that', () => {
    for (const precision of ['float32', 'float64'] as const)
      for (const reference of ['Z', 'A']) {
        const errors = errorsOf({ ...withNorm, precision }, reference);
        expect(worst(errors), `${precision}, ${reference}`).toBeLessThan(roundingOf(precision));
        expect(isSame(errors)).toBe(true);
      }
  });
});

describe('a gradient whose terms nearly cancel', () => {
  const hidden = { units: 8, activation: 'tanh', alpha: 0, keep: 'Z' } as const;
  const moons = setInit({ seed: 8 })(setExamples(100)(setData('moons')(firstChoice)));
  const choice: Choice = { ...moons, layers: [hidden, hidden, hidden, moons.layers.at(-1)!] };

  it('is the same although one of its cells is off by a thousandth: that is rounding, whatever is kept', () => {
    for (const reference of ['Z', 'A', 'none', 'slope']) {
      const errors = errorsOf(choice, reference);
      expect(worst(errors), reference).toBeGreaterThan(5e-4);
      expect(isSame(errors), reference).toBe(true);
    }
  });
});

describe('a gradient below a batch norm over two examples, which leaves all but nothing of it', () => {
  /** A drawn network over two examples in float64: its run, and the one that it is held against. */
  const drawnOver2 = (seed: number) => {
    const { data, ...drawn } = drawnRegularised(seed);
    const choice: Choice = { ...drawn, precision: 'float64', data: { ...data, m: 2 } as Choice['data'] };
    return [record(modelOf(choice)), runOf(choice, 'Z_stable')] as const;
  };
  const isSound = ({ buffers }: Trace) =>
    [...buffers.values()].every(({ data }) => data.every(Number.isFinite));

  it('is the same by every rule and route, however many layers down', () => {
    let below = 0;
    for (let seed = 0; seed < 130; seed++) {
      const [run, right] = drawnOver2(seed);
      if (!isSound(run) || !isSound(right)) continue;
      if (run.model.layers.slice(1).some(({ batch_norm }) => batch_norm)) below += 1;
      const differing = gradientErrors(run, right).filter(({ same }) => !same);
      expect(differing, `seed ${seed}`).toEqual([]);
    }
    expect(below).toBeGreaterThan(20);
  });

  it('differs all the same where it is off by more than rounding', () => {
    // Four layers with a batch norm on the third.
    const [run, right] = drawnOver2(123);
    const buffers = new Map(run.buffers).set(
      'dW1',
      map(run.buffers.get('dW1')!, (x) => 1.001 * x),
    );
    expect(gradientErrors({ ...run, buffers }, right).find(({ gradient }) => gradient === 'dW1')!.same).toBe(
      false,
    );
  });
});

describe('the error of a gradient', () => {
  const trace = runOf(firstChoice, 'Z');
  const withB1 = (db1: Matrix) => ({ ...trace, buffers: new Map(trace.buffers).set('db1', db1) });
  const ofB1 = (found: number[][], right: number[][]) =>
    gradientErrors(withB1(fromRows(found, 'float64')), withB1(fromRows(right, 'float64'))).find(
      ({ gradient }) => gradient === 'db1',
    )!;

  it('is 0 from a run to itself, and there is one for each parameter', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const run = record(model);
        fc.pre(
          [...model.parameters.keys()].every((name) =>
            run.buffers.get(`d${name}`)!.data.every(Number.isFinite),
          ),
        );
        const errors = gradientErrors(run, run);
        expect(errors.map(({ gradient }) => gradient).sort()).toEqual(
          Array.from(model.parameters.keys(), (name) => `d${name}`).sort(),
        );
        expect(errors.every(({ error, same }) => error === 0 && same)).toBe(true);
      }),
    );
  });

  it('is NaN where a run has a NaN or an infinity, or both have, and then it is not the same', () => {
    for (const odd of [Number.NaN, Infinity]) {
      expect(ofB1([[odd], [0], [0], [0]], [[1], [0], [0], [0]])).toMatchObject({
        error: Number.NaN,
        same: false,
      });
      expect(ofB1([[1], [0], [0], [0]], [[odd], [0], [0], [0]])).toMatchObject({
        error: Number.NaN,
        same: false,
      });
      expect(ofB1([[odd], [0], [0], [0]], [[odd], [0], [0], [0]])).toMatchObject({
        error: Number.NaN,
        same: false,
      });
    }
  });

  it('is measured by the largest cell where the right one is 0', () => {
    expect(ofB1([[1], [0], [2], [4]], [[0], [0], [2], [4]]).error).toBe(0.25);
  });
});
