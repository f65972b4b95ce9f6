import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activationOf } from '../../src/core/activations';
import { type CellOf, dependentsOf, includes, sourcesOf, writerOf } from '../../src/core/dependence';
import { keepRuleNames } from '../../src/core/keep-rules';
import { lossNames } from '../../src/core/losses';
import { cell, fromRows, type Matrix, map } from '../../src/core/matrix';
import type { Model } from '../../src/core/model';
import { record } from '../../src/core/record';
import type { Step, Trace } from '../../src/core/trace';
import { runAlone } from './alone';
import { modelFrom } from './models';

const cellsOf = (tensor: string, { rows, cols }: Matrix): CellOf[] =>
  Array.from({ length: rows * cols }, (_, k) => ({ tensor, row: Math.floor(k / cols), col: k % cols }));

const written = ({ tensor, row, col }: CellOf) => `${tensor} (${row}, ${col})`;

/** NaN, and what a comparison that swallows NaN tells apart. */
const poisons = [Number.NaN, 0, 1, -2, 9];

/** The cells of a step's results that change for any poison in one cell that it reads. */
function changedBy(step: Step, { model, buffers }: Trace, { tensor, row, col }: CellOf): Set<string> {
  const before = runAlone(model, step, buffers);
  const changed = new Set<string>();
  for (const poison of poisons) {
    const poisoned = map(buffers.get(tensor)!, (x) => x);
    poisoned.data[row * poisoned.cols + col] = poison;
    for (const [name, after] of runAlone(model, step, new Map(buffers).set(tensor, poisoned)))
      cellsOf(name, after).forEach((result, k) => {
        if (!Object.is(after.data[k], before.get(name)!.data[k])) changed.add(written(result));
      });
  }
  return changed;
}

/**
 * Whether a source is the dA of a cell that a comparison closed: its dZ is 0 whatever dA is. The slope that it was
 * selected by still counts among its sources, and so does dA, which the formula has; nothing of dA passes.
 */
function isClosed({ model, buffers }: Trace, step: Step, { tensor, row, col }: CellOf): boolean {
  const l = step.layer;
  if (step.phase !== 'backward' || step.op !== 'activation' || tensor !== `dA${l}`) return false;
  const { activation, alpha } = model.layers[l - 1]!;
  const Z = fromRows([[cell(buffers.get(`Z${l}`)!, row, col)]], model.precision);
  return (
    closing.some((name) => name === activation) &&
    activationOf(activation).derive('slope', Z, alpha)?.data[0] === 0
  );
}

/** The activations with stretches in which a comparison makes the slope 0. */
const closing: readonly ActivationName[] = ['relu', 'relu6', 'hard_tanh', 'hard_sigmoid', 'hard_swish'];

/** Holds what is declared of every step of a pass, in both directions, against what the step's own code does. */
function expectTruth(model: Model): void {
  const trace = record(model);
  for (const step of trace.steps)
    for (const tensor of step.reads)
      for (const source of cellsOf(tensor, trace.buffers.get(tensor)!)) {
        const results = step.writes.flatMap((name) => cellsOf(name, trace.buffers.get(name)!));
        const said = results.filter((result) =>
          dependentsOf(step, trace, source).some((cells) => includes(cells, result)),
        );
        const saidBySources = results.filter((result) =>
          sourcesOf(step, trace, result).some((cells) => includes(cells, source)),
        );
        const place = `${step.phase} ${step.op} ${step.layer}, ${written(source)}`;
        expect([place, saidBySources.map(written)]).toEqual([place, said.map(written)]);
        const reached = isClosed(trace, step, source) ? [] : said.map(written).sort();
        expect([place, [...changedBy(step, trace, source)].sort()]).toEqual([place, reached]);
      }
}

/** Labels of which none is 0, so that no loss may pass over a cell. */
const withSoftLabels = (model: Model): Model => ({ ...model, Y: map(model.Y, (y) => 0.2 + y / 3) });

describe('the cells that are said to depend on a cell', () => {
  describe.each(activationNames)('under %s', (activation) => {
    it.each(keepRuleNames)(
      'are exactly those that a poison in it changes, but for dA at closed cells, keeping %s',
      (keep) => {
        expectTruth(
          withSoftLabels(
            modelFrom({
              inputs: 2,
              layers: [
                { activation, keep, units: 3 },
                { activation: 'tanh', units: 2 },
              ],
              m: 3,
            }),
          ),
        );
      },
    );
  });

  it.each(lossNames)('are exactly those that a poison in it changes, for %s', (loss) => {
    expectTruth(
      withSoftLabels(modelFrom({ inputs: 2, layers: [{ activation: 'sigmoid', units: 2 }], m: 3, loss })),
    );
  });

  it('are exactly those that a poison in it changes, where dropped layers are run again', () => {
    const layers = Array.from({ length: 4 }, () => ({ activation: 'gelu' as const, units: 2 }));
    expectTruth(withSoftLabels({ ...modelFrom({ inputs: 2, layers, m: 2 }), checkpoint: 2 }));
  });

  it('are none in a step that does not read the tensor', () => {
    const trace = record(modelFrom({ inputs: 2, layers: [{ activation: 'tanh' }], m: 3 }));
    expect(dependentsOf(trace.steps[0]!, trace, { tensor: 'Y', row: 0, col: 0 })).toEqual([]);
  });
});

describe('the writer of a tensor', () => {
  const trace = record(modelFrom({ inputs: 2, layers: [{ activation: 'tanh', keep: 'none' }], m: 3 }));

  it('is the last step that wrote it so far', () => {
    expect(writerOf('Z1', trace, 3)).toMatchObject({ phase: 'forward', op: 'linear' });
    expect(writerOf('Z1', trace, trace.steps.length)).toMatchObject({ phase: 'recompute', op: 'linear' });
  });

  it('is none for what is given, and for what is not there yet', () => {
    expect(writerOf('W1', trace, 9)).toBeUndefined();
    expect(writerOf('dZ1', trace, 1)).toBeUndefined();
  });
});
