import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { difference, gradientErrors, roundingOf, summarize } from '../../src/core/comparison';
import { fromRows } from '../../src/core/matrix';
import { record } from '../../src/core/record';
import { readModelFile } from '../../src/formats/model-file';
import { modelOf } from '../../src/state/build';
import { type Choice, choiceOfFile, firstChoice } from '../../src/state/choice';
import { setActivation } from '../../src/state/edits';
import { planOf } from '../../src/state/plans';

const runOf = (choice: Choice, reference: string) => record(planOf(reference).apply(modelOf(choice)));

const worst = (choice: Choice, reference: string): number => {
  const exact = runOf({ ...choice, precision: 'float64' }, 'Z');
  return Math.max(...gradientErrors(runOf(choice, reference), exact).map(({ error }) => error));
};

describe('keep Z against keep A on what the page opens on', () => {
  it('hold 512 and 256 bytes, miss nothing, and have the same gradient', () => {
    const [z, a] = ['Z', 'A'].map((reference) => summarize(runOf(firstChoice, reference)));
    expect([z!.afterForward, a!.afterForward]).toEqual([512, 256]);
    expect([z!.misses, a!.misses]).toEqual([0, 0]);
    expect([z!.callers, a!.callers]).toEqual([64, 64]);
    const rounding = roundingOf(modelOf(firstChoice));
    expect(worst(firstChoice, 'Z')).toBeLessThan(rounding);
    expect(worst(firstChoice, 'A')).toBeLessThan(rounding);
  });

  it('differ with silu in layer 1: keep A computes Z again and reads b', () => {
    const trace = runOf(setActivation(1, 'silu')(firstChoice), 'A');
    expect(summarize(trace)).toMatchObject({ misses: 1, recomputed: 1, unread: ['A1'] });
    const reads = trace.steps.flatMap(({ cache }) => cache).filter(({ kind }) => kind === 'read');
    expect(reads.some(({ layer, slot }) => layer === 1 && slot === 'b')).toBe(true);
  });
});

describe('a sigmoid that saturates in float32', () => {
  const file = readModelFile(readFileSync('tests/reference/saturated.json', 'utf8'));
  if (!file.ok) throw new Error(file.sentence);
  const choice: Choice = { ...choiceOfFile(file.value), precision: 'float32' };

  it('loses digits of the gradient from A and by s(1 − s), and keeps them by the stable form', () => {
    const rounding = roundingOf(modelOf(choice));
    expect(worst(choice, 'Z')).toBeLessThan(1e-5);
    expect(worst(choice, 'A')).toBeGreaterThan(rounding);
    expect(worst(choice, 'course_week4')).toBeGreaterThan(rounding);
  });

  it('is off by what was found elsewhere: 5.7e-4 from A, 5.5e-4 in dW[2] by s(1 − s), 1e-6 by the stable form', () => {
    const exact = runOf({ ...choice, precision: 'float64' }, 'Z');
    const inW2 = (reference: string) =>
      gradientErrors(runOf(choice, reference), exact).find(({ gradient }) => gradient === 'dW2')!.error;
    expect(worst(choice, 'A')).toBeCloseTo(5.7e-4, 5);
    expect(inW2('course_week4')).toBeCloseTo(5.5e-4, 5);
    expect(inW2('Z')).toBeLessThan(1.5e-6);
  });

  it('has three different gradients by the three routes', () => {
    const [z, a, course] = ['Z', 'A', 'course_week4'].map((reference) =>
      Array.from(runOf(choice, reference).buffers.get('dW2')!.data),
    );
    expect(a).not.toEqual(z);
    expect(course).not.toEqual(z);
    expect(course).not.toEqual(a);
  });
});

describe('differences', () => {
  it('are taken cell by cell in float64', () => {
    const a = fromRows([[1, 2]], 'float32');
    const b = fromRows([[0.5, 2]], 'float32');
    expect(difference(a, b)).toEqual(fromRows([[0.5, 0]], 'float64'));
  });

  it('of equal infinities are 0, and NaN against a number is NaN', () => {
    const a = fromRows([[Infinity, Number.NaN]], 'float64');
    const b = fromRows([[Infinity, 1]], 'float64');
    expect(Array.from(difference(a, b).data)).toEqual([0, Number.NaN]);
  });
});

describe('the error of a gradient', () => {
  it('is NaN where one run alone has a NaN or an infinity', () => {
    const trace = runOf(firstChoice, 'Z');
    const broken = {
      ...trace,
      buffers: new Map(trace.buffers).set('db1', fromRows([[Number.NaN], [0], [0], [0]], 'float32')),
    };
    expect(gradientErrors(broken, trace).find(({ gradient }) => gradient === 'db1')!.error).toBeNaN();
  });

  it('is measured by the largest cell where the right one is 0', () => {
    const trace = runOf(firstChoice, 'Z');
    const as = (rows: number[][]) => ({
      ...trace,
      buffers: new Map(trace.buffers).set('db1', fromRows(rows, 'float64')),
    });
    const errors = gradientErrors(as([[1], [0], [2], [4]]), as([[0], [0], [2], [4]]));
    expect(errors.find(({ gradient }) => gradient === 'db1')!.error).toBe(0.25);
  });
});
