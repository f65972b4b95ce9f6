import { describe, expect, it } from 'vitest';
import { activationNames, activationOf } from '../../../src/core/activations';
import { cell, fromRows, type Matrix, map } from '../../../src/core/math/matrix';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import type { Model } from '../../../src/core/model/model';
import { batchNormRuleNames, dropoutRuleNames } from '../../../src/core/model/regularisation';
import { lossNames } from '../../../src/core/operations/losses';
import { type CellOf, dependentsOf, includes, sourcesOf, writerOf } from '../../../src/core/pass/dependence';
import { record } from '../../../src/core/pass/record';
import type { Step, Trace } from '../../../src/core/pass/trace';
import type { Value } from '../../../src/core/pass/value';
import { covering } from '../../extent';
import { modelFrom } from '../models';
import { runAlone } from './alone';

const cellsOf = (tensor: string, { rows, cols }: Matrix): CellOf[] =>
  Array.from({ length: rows * cols }, (_, k) => ({ tensor, row: Math.floor(k / cols), col: k % cols }));

const written = (cell: CellOf) => `${cell.tensor} (${cell.row}, ${cell.col})`;

/** NaN, and what a comparison that swallows NaN tells apart. */
const poisons = [Number.NaN, 0, 1, -2, 9];

/** The cells of a step's results that change for any poison in one cell that it reads. */
function changedBy(step: Step, trace: Trace, value: Value, { row, col }: CellOf): Set<string> {
  const before = runAlone(trace, step);
  const changed = new Set<string>();
  for (const poison of poisons) {
    const poisoned = map(value.matrix, (x) => x);
    poisoned.data[row * poisoned.cols + col] = poison;
    for (const [name, after] of runAlone(trace, step, new Map([[value, poisoned]])))
      cellsOf(name, after).forEach((cell, k) => {
        if (!Object.is(after.data[k], before.get(name)!.data[k])) changed.add(written(cell));
      });
  }
  return changed;
}

/** The activations with stretches in which a comparison makes the slope 0. */
const closing: readonly string[] = ['relu', 'relu6', 'hard_tanh', 'hard_sigmoid', 'hard_swish'];

/**
 * Whether a source is the dA of a cell that a comparison closed: its dZ is 0 whatever dA is. The slope that it was
 * selected by still counts among its sources, and so does dA, which the formula has; nothing of dA passes.
 */
function isClosed({ model, buffers }: Trace, step: Step, { tensor, row, col }: CellOf): boolean {
  const l = step.layer;
  if (step.phase !== 'backward' || step.op !== 'activation' || tensor !== `dA${l}`) return false;
  const { activation, alpha } = model.layers[l - 1]!;
  const Z = fromRows([[cell(buffers.get(step.node.input)!, row, col)]], model.precision);
  return closing.includes(activation) && activationOf(activation).derive('slope', Z, alpha)?.data[0] === 0;
}

/** Holds what is declared of every step of a pass, in both directions, against what the step's own code does. */
function expectTruth(model: Model): void {
  const trace = record(model);
  for (const step of trace.steps)
    for (const value of step.reads)
      for (const source of cellsOf(value.name, value.matrix)) {
        const results = step.writes.flatMap(({ name, matrix }) => cellsOf(name, matrix));
        const said = results.filter((cell) =>
          dependentsOf(step, trace, source).some((cells) => includes(cells, cell)),
        );
        const saidBySources = results.filter((cell) =>
          sourcesOf(step, trace, cell).some((cells) => includes(cells, source)),
        );
        const place = `${step.phase} ${step.op} ${step.layer}, ${written(source)}`;
        expect([place, saidBySources.map(written)]).toEqual([place, said.map(written)]);
        const reached = isClosed(trace, step, source) ? [] : said.map(written).sort();
        expect([place, [...changedBy(step, trace, value, source)].sort()]).toEqual([place, reached]);
      }
}

/** Labels of which none is 0, so that no loss may pass over a cell. */
const withSoftLabels = (model: Model): Model => ({ ...model, Y: map(model.Y, (y) => 0.2 + y / 3) });

describe('the cells that are said to depend on a cell', () => {
  const kept = activationNames.flatMap((activation) =>
    keepRuleNames.map((keep) => [activation, keep] as const),
  );
  it.each(covering(kept, (row) => row))(
    'are exactly those that a poison in it changes, but for dA at closed cells, under %s keeping %s',
    (activation, keep) => {
      const layers = [
        { activation, keep, units: 3 },
        { activation: 'tanh' as const, units: 2 },
      ];
      expectTruth(withSoftLabels(modelFrom({ inputs: 2, layers, m: 3 })));
    },
  );

  it.each(lossNames)('are exactly those that a poison in it changes, for %s', (loss) => {
    expectTruth(
      withSoftLabels(modelFrom({ inputs: 2, layers: [{ activation: 'sigmoid', units: 2 }], m: 3, loss })),
    );
  });

  it('are exactly those that a poison in it changes, where dropped layers are run again', () => {
    const layers = Array.from({ length: 4 }, () => ({ activation: 'gelu' as const, units: 2 }));
    expectTruth(withSoftLabels({ ...modelFrom({ inputs: 2, layers, m: 2 }), checkpoint: 2 }));
  });

  describe.each(batchNormRuleNames)('with batch norm that keeps its %s', (rule) => {
    it.each(['Z', 'none'] as const)('are exactly those that a poison in it changes, keeping %s', (keep) => {
      const batch_norm = { epsilon: 1e-5, keep: rule };
      const layers = [
        { activation: 'tanh' as const, units: 3, keep, batch_norm },
        { activation: 'sigmoid' as const, units: 2, keep, batch_norm },
      ];
      expectTruth(withSoftLabels(modelFrom({ inputs: 2, layers, m: 4 })));
    });
  });

  it.each(dropoutRuleNames)(
    'are exactly those that a poison in it changes, with dropout that keeps its %s',
    (rule) => {
      const dropout = { keep_prob: 0.6, keep: rule, seed: 3 };
      const layers = [
        { activation: 'tanh' as const, units: 3, dropout },
        { activation: 'sigmoid' as const, units: 2 },
      ];
      expectTruth(withSoftLabels(modelFrom({ inputs: 2, layers, m: 4 })));
    },
  );

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
