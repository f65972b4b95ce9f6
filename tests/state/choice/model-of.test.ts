import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from '../../../src/core/activations';
import { keepRuleNames } from '../../../src/core/model/keep-rules';
import { lossNames } from '../../../src/core/operations/losses';
import { frameAt } from '../../../src/core/pass/frames/frame';
import { record } from '../../../src/core/pass/record';
import { dataSetNames } from '../../../src/data/sets';
import { writeTraceFile } from '../../../src/formats/trace-file';
import { type Choice, choiceOfFile, firstChoice } from '../../../src/state/choice/choice';
import {
  setActivation,
  setAllKeeps,
  setAlpha,
  setData,
  setExamples,
  setLoss,
  setPrecision,
} from '../../../src/state/choice/edits';
import { modelOf } from '../../../src/state/choice/model-of';
import { selectMemoryLines, selectScales } from '../../../src/state/selectors';
import { covering } from '../../extent';
import { anyFile, plainFile, reading } from '../../formats/files';

/** Works out all that the page shows of a choice, to its last step, and returns the numbers that were computed. */
function run(choice: Choice): readonly number[] {
  const trace = record(modelOf(choice));
  expect(frameAt(trace, trace.steps.length).cacheBytes).toBe(0);
  const state = { choice, position: 'start' as const };
  for (const { most } of Object.values(selectScales.layer(state)).flat()) expect(most).toBeLessThan(Infinity);
  for (const { bytes } of selectMemoryLines(state)) expect(bytes.every(Number.isFinite)).toBe(true);
  expect(JSON.parse(writeTraceFile(trace, 'run').join(''))).toHaveProperty('tensors.cost');
  return [...trace.buffers.values()].flatMap((matrix) => Array.from(matrix.data));
}

describe('whatever a user picks', () => {
  const last = activationNames.flatMap((activation) =>
    lossNames.flatMap((loss) =>
      (['flowers', 'iris'] as const).map((set) => [activation, loss, set] as const),
    ),
  );
  it.each(covering(last, ([activation, loss, set]) => [activation, `${loss} ${set}`]))(
    '%s runs in the last layer under %s and on the labels of %s',
    (activation, loss, set) => {
      const edits = [setData(set), setActivation(3, activation), setLoss(loss)];
      run(edits.reduce((choice, edit) => edit(choice), firstChoice));
    },
  );

  const hidden = activationNames.flatMap((activation) =>
    keepRuleNames.flatMap((keep) =>
      (['float32', 'float64'] as const).map((precision) => [activation, keep, precision] as const),
    ),
  );
  it.each(covering(hidden, ([activation, keep, precision]) => [activation, `${keep} ${precision}`]))(
    '%s runs in a hidden layer where all keep %s in %s',
    (activation, keep, precision) => {
      const edits = [setActivation(1, activation), setAllKeeps(keep), setPrecision(precision)];
      run(edits.reduce((choice, edit) => edit(choice), firstChoice));
    },
  );

  it.each(dataSetNames)('%s runs from one example on', (set) => {
    for (const m of [1, 2, 3, 17])
      run([setData(set), setExamples(m)].reduce((c, edit) => edit(c), firstChoice));
  });

  it.each(['leaky_relu', 'elu'] as const)('%s runs with any alpha', (activation) => {
    for (const alpha of [-0, 1, -1, 1e308, -1e308, Number.MAX_VALUE, 5e-324])
      run([setActivation(1, activation), setAlpha(1, alpha)].reduce((c, edit) => edit(c), firstChoice));
  });

  it('a file runs, whatever its numbers are', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        run(choiceOfFile(reading(file)));
      }),
    );
  });
});

describe('what overflows', () => {
  const opened = (others: object) => choiceOfFile(reading(plainFile({ ...others })));

  it('is infinity, and NaN where infinities meet', () => {
    const X = [
      [1e308, -1e308, 1],
      [1e308, -1e308, 1],
    ];
    for (const activation of activationNames) {
      const layers = [
        { units: 2, activation },
        { units: 1, activation: 'softmax' },
      ];
      const numbers = run(opened({ X, layers }));
      expect(numbers).toContain(Infinity);
    }
  });

  it('is infinite for a sigmoid that is sure and wrong, under binary cross-entropy', () => {
    const X = [
      [1e4, 1, 1],
      [1e4, 1, 1],
    ];
    const { buffers } = record(modelOf(opened({ X, Y: [[1, 1, 0]] })));
    expect(buffers.get('cost')!.data[0]).toBe(Infinity);
  });

  it('is what logarithms of labels and outputs outside 0 to 1 give', () => {
    const Y = [[-3, 0.5, 1e300]];
    const layers = [
      { units: 2, activation: 'relu' },
      { units: 1, activation: 'linear' },
    ];
    for (const loss of lossNames) run(opened({ Y, layers, loss }));
    const { buffers } = record(modelOf(opened({ Y, layers })));
    expect(buffers.get('cost')!.data[0]).toBeNaN();
  });

  it('is infinite where float32 stores a number of the file that is beyond it', () => {
    const X = [
      [1e39, 1, 1],
      [1, 1, 1],
    ];
    const model = modelOf(opened({ X, precision: 'float32' }));
    expect(model.X.data[0]).toBe(Infinity);
    run(opened({ X, precision: 'float32' }));
  });
});
