import { describe, expect, it } from 'vitest';
import { map } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { usualNorm } from '../../../src/core/model/regularisation';
import { record } from '../../../src/core/pass/record';
import { firstChoice } from '../../../src/state/choice/choice';
import { modelOf } from '../../../src/state/choice/model-of';
import { expectedLine } from '../../../src/view/checks/expected-line';
import { rulesLine } from '../../../src/view/checks/rules-line';
import { slopesLine } from '../../../src/view/checks/slopes-line';
import { apart, inLetters } from '../../../src/view/checks/words';
import { slopeReport as slopes, wrongCells as twoWrong } from '../../examples/slope-reports';

const trace = record(modelOf(firstChoice));
const inFloat64 = record(modelOf({ ...firstChoice, precision: 'float64' }));
const cell = { row: 1, col: 0 };

describe('the line of central differences', () => {
  it('has how many parameters there are, before anything is known', () => {
    expect(slopesLine(undefined, trace)).toMatchObject({ verdict: 'open', figures: ['31 parameters'] });
  });

  it('has how far they are while they go on', () => {
    const report = slopes({ done: 5120, total: 235146 });
    expect(slopesLine(report, trace)).toMatchObject({
      verdict: 'open',
      figures: ['5,120 of 235,146 parameters so far', 'largest error 2.1e−9'],
    });
  });

  it('passes with its largest error', () => {
    expect(slopesLine(slopes(), trace)).toEqual({
      id: 'central_differences',
      check: 'Central differences',
      verdict: 'passes',
      figures: ['31 of 31 parameters', 'largest error 2.1e−9'],
      notes: [],
    });
  });

  it('says what sits at a kink and on what there is no verdict', () => {
    const { verdict, notes } = slopesLine(slopes({}, { agrees: 25, kink: 3, untold: 1, rounded: 2 }), trace);
    expect(verdict).toBe('passes');
    expect(notes).toEqual([
      '3 sit at a kink, where J has no slope.',
      'No verdict on 1: rounding in J hides the slope there, even in float64.',
      'No verdict on 2: float32 has rounded away what would be compared.',
    ]);
  });

  it('does not pass where nothing was compared', () => {
    const report = slopes({ error: 0 }, { agrees: 0, kink: 31 });
    expect(slopesLine(report, trace)).toMatchObject({
      verdict: 'nothing to check',
      figures: ['31 of 31 parameters'],
    });
  });

  it.each([
    [Number.NaN, 'NaN'],
    [Infinity, '∞'],
  ])('says that J is %d', (cost, word) => {
    expect(slopesLine(slopes({ cost, done: 0 }), trace)).toMatchObject({
      verdict: 'nothing to check',
      notes: [`J is ${word}: it has no slopes.`],
    });
  });

  it('fails with the place, and leads to the first step that writes a gradient that is off', () => {
    const line = slopesLine(slopes({ wrongCells: twoWrong, error: 3 }, { off: 2 }), trace);
    expect(line.verdict).toBe('fails');
    expect(line.notes).toEqual(['2 are off.', 'db[2] (2, 1): 1, but −2 by central differences.']);
    expect(line.step).toMatchObject({ op: 'bias', layer: 2 });
  });

  it('leads to a gradient that is off before, where an untouched pass tells of one', () => {
    const wrongCells = [{ tensor: 'dW1', ...cell, found: 0.31, right: 0.35 }];
    const off = slopes({ wrongCells, error: 0.04 }, { off: 1 });
    const found = { tensor: 'dZ1', ...cell, found: 1, right: 2 } as const;
    const stepWith = (run: 'shown' | 'A') =>
      slopesLine(off, trace, { error: 1, wrongCell: { run, by: 'Z', ...found } }).step;
    expect(stepWith('shown')).toMatchObject({ op: 'activation', phase: 'backward', layer: 1 });
    expect(stepWith('A')).toMatchObject({ op: 'weights', layer: 1 });
  });

  it('asks whether it is rounding where little is lost in float32', () => {
    const wrongCells = [{ tensor: 'dW1', ...cell, found: 0.3501, right: 0.35 }];
    const off = slopes({ wrongCells, error: 1e-4 }, { off: 1 });
    expect(slopesLine(off, trace).notes).toContain('Is it rounding? Choose float64 and see.');
    const byHand = record(trace.model, undefined, [{ tensor: 'Z1', row: 0, col: 0, value: 3 }]);
    for (const other of [inFloat64, byHand])
      expect(slopesLine(off, other).notes).not.toContain('Is it rounding? Choose float64 and see.');
  });
});

describe('the line of the keep rules', () => {
  it('is open, then passes with its largest error', () => {
    expect(rulesLine(undefined, trace).verdict).toBe('open');
    expect(rulesLine({ error: 0 }, trace)).toMatchObject({ verdict: 'passes', figures: ['largest error 0'] });
  });

  it('counts those of batch norm and dropout too, where the network has them', () => {
    const [first, ...rest] = firstChoice.layers;
    const batch_norm = usualNorm;
    const dropout = { keep_prob: 0.8, keep: 'mask', seed: 1 } as const;
    const lineOf = (extras: Partial<typeof first>) =>
      rulesLine(
        { error: 0 },
        record(modelOf({ ...firstChoice, layers: [{ ...first!, ...extras }, ...rest] })),
      ).check;
    expect(lineOf({})).toBe('Six keep rules, one gradient');
    expect(lineOf({ batch_norm })).toBe('Nine keep rules, one gradient');
    expect(lineOf({ dropout })).toBe('Eight keep rules, one gradient');
    expect(lineOf({ batch_norm, dropout })).toBe('Eleven keep rules, one gradient');
  });

  it('fails with the place in the pass that is shown', () => {
    const wrongCell = { run: 'shown', by: 'Z', tensor: 'dZ1', ...cell, found: 0.31, right: 0.35 } as const;
    expect(rulesLine({ error: 0.04, wrongCell }, inFloat64)).toEqual({
      id: 'keep_rules',
      check: `${inLetters(keepRuleNames.length)} keep rules, another gradient`,
      verdict: 'fails',
      figures: ['largest error 0.04'],
      notes: ['dZ[1] (2, 1): 0.31 in this pass, but 0.35 in an untouched one that keeps Z.'],
      step: inFloat64.steps.find(({ writes }) => writes.some(({ name }) => name === 'dZ1')),
    });
  });

  it('fails with the rule that is alone with its gradient', () => {
    const wrongCell = { run: 'A', by: 'Z', tensor: 'dZ3', ...cell, found: 0, right: 1.5e-8 } as const;
    expect(rulesLine({ error: 1, wrongCell }, inFloat64).notes).toEqual([
      'dZ[3] (2, 1): 0 where A is kept, but 1.5e−8 where Z is.',
    ]);
    expect(
      rulesLine({ error: 1, wrongCell: { ...wrongCell, by: 'float64', run: 'Z' } }, inFloat64).notes,
    ).toEqual(['dZ[3] (2, 1): 0 where Z is kept, but 1.5e−8 in float64.']);
  });
});

describe('the line of what the file expects', () => {
  it('passes with the number of tensors', () => {
    expect(expectedLine({ tensors: 31, error: 2.8e-13, wrongCells: [] }, trace)).toMatchObject({
      verdict: 'passes',
      figures: ['31 tensors', 'largest error 2.8e−13'],
    });
  });

  it('fails with the place, and leads to its step', () => {
    const wrongCell = { tensor: 'Z2', ...cell, found: 0.5, right: 0.75 };
    const line = expectedLine({ tensors: 1, error: 0.25, wrongCells: [wrongCell] }, trace);
    expect(line.notes).toEqual(['Z[2] (2, 1): 0.5, but the file expects 0.75.']);
    expect(line.step).toMatchObject({ op: 'linear', layer: 2 });
  });

  it('names J without a place', () => {
    const wrongCell = { tensor: 'cost', row: 0, col: 0, found: 0.5, right: 0.75 };
    expect(expectedLine({ tensors: 1, error: 0.25, wrongCells: [wrongCell] }, trace).notes).toEqual([
      'J: 0.5, but the file expects 0.75.',
    ]);
  });

  it('says which tensor has another shape by now, or is not there', () => {
    expect(
      expectedLine(
        { tensors: 2, error: 0, wrongCells: [], misfits: [{ tensor: 'Z1', rows: 1, cols: 2 }] },
        trace,
      ),
    ).toMatchObject({
      verdict: 'fails',
      notes: ['Z[1] has shape (1, 2); expected (4, 8).'],
    });
    expect(
      expectedLine(
        { tensors: 2, error: 0, wrongCells: [], misfits: [{ tensor: 'dW4', rows: 1, cols: 2 }] },
        trace,
      ).notes,
    ).toEqual(['dW[4] is expected, but there is no layer 4.']);
  });
});

describe('the line of what the file expects, where tensors are off by a factor', () => {
  const off = (tensor: string, factor?: number) => ({
    tensor,
    ...cell,
    found: 0.5,
    right: 0.5 * (factor ?? 3),
    ...(factor && { factor }),
  });
  const notesOf = (...wrongCells: ReturnType<typeof off>[]) =>
    expectedLine({ tensors: 9, error: 1, wrongCells }, trace).notes;

  it('names each with its own', () => {
    expect(notesOf(off('dW2', 2), off('db2', 1 / 4), off('dW1'))).toEqual([
      '3 tensors are off.',
      'dW[2] (2, 1): 0.5, but the file expects 1: all of dW[2] times 2.',
      'db[2] (2, 1): 0.5, but the file expects 0.125: all of db[2] times 1/4.',
      'dW[1] (2, 1): 0.5, but the file expects 1.5.',
    ]);
  });

  it.each([
    [8, 'times 8, which is m'],
    [1 / 8, 'times 1/8, which is 1/m'],
    [-1, 'with the other sign'],
    [-2, 'times −2'],
    [1.05, 'times 1.05'],
  ])('says what %d is', (factor, words) => {
    expect(notesOf(off('dW2', factor), off('db2', factor))[0]).toBe(
      `2 tensors are off, each of them ${words}.`,
    );
  });
});

describe('NaN and infinity', () => {
  const beyond = record({
    ...inFloat64.model,
    Y: map(inFloat64.model.Y, () => 0),
    parameters: new Map(
      Array.from(inFloat64.model.parameters, ([name, matrix]) => [
        name,
        map(matrix, (x) => (name === 'b3' ? 50 : x)),
      ]),
    ),
  });
  const born = '∞ · 0 at dZ[3] (1, 1): A is exactly 1.';

  it('make every check fail that meets them, with the step where they are born', () => {
    const lines = [
      slopesLine(slopes({ cost: Infinity, done: 0 }), beyond),
      rulesLine({ error: Number.NaN }, beyond),
    ];
    for (const { verdict, notes, step } of lines) {
      expect(verdict).toBe('fails');
      expect(notes.join(' ')).toContain(born);
      expect(step).toMatchObject({ op: 'activation', phase: 'backward', layer: 3 });
    }
  });

  it('that a file expects, and that are there, are nothing that passes', () => {
    expect(expectedLine({ tensors: 1, error: Number.NaN, wrongCells: [] }, beyond)).toMatchObject({
      verdict: 'nothing to check',
    });
  });
});

describe('two numbers', () => {
  it.each([
    [0.31, 0.35, ['0.31', '0.35']],
    [-1, 1e-9, ['−1', '1e−9']],
    [0.123456789, 0.123456788, ['0.123456789', '0.123456788']],
    [Number.NaN, Infinity, ['NaN', '∞']],
    [2, 2, ['2', '2']],
    [-0, 0, ['0', '0']],
  ])('%d and %d are written so that they can be told apart', (x, y, words) => {
    expect(apart(x, y)).toEqual(words);
  });
});
