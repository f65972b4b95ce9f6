import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRows } from '../../src/core/math/matrix';
import { parseName } from '../../src/core/model/names';
import { record } from '../../src/core/pass/record';
import { choiceOfFile } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { scaleKindOf, scalesOf } from '../../src/state/scales';
import { anyNetwork } from '../core/models';
import { plainFile, reading } from '../formats/files';

describe('the scale of colours', () => {
  it('reaches to the largest magnitude of its kind of tensor in the whole trace', () => {
    fc.assert(
      fc.property(anyNetwork, (model) => {
        const trace = record(model);
        const scales = scalesOf(trace);
        for (const [name, matrix] of trace.buffers) {
          if (name === 'cost') continue;
          const magnitudes = toRows(matrix).flat().map(Math.abs).filter(Number.isFinite);
          expect(Math.max(0, ...magnitudes), name).toBeLessThanOrEqual(scales[scaleKindOf(name)]);
        }
        for (const [kind, reach] of Object.entries(scales)) {
          const all = [...trace.buffers].filter(([name]) => name !== 'cost' && scaleKindOf(name) === kind);
          const magnitudes = all.flatMap(([, matrix]) => toRows(matrix).flat().map(Math.abs));
          expect(Math.max(0, ...magnitudes.filter(Number.isFinite)), kind).toBe(reach);
        }
      }),
    );
  });

  it('is the same for W and b, for dZ and dA, for dW and db, and for A and Y', () => {
    expect(
      ['W1', 'b2', 'Z1', 'A0', 'A3', 'Y', 'mask1', 'slope1', 'dZ1', 'dA1', 'dW1', 'db1'].map(scaleKindOf),
    ).toEqual([
      'parameters',
      'parameters',
      'Z',
      'A',
      'A',
      'A',
      'mask',
      'slope',
      'gradients',
      'gradients',
      'parameterGradients',
      'parameterGradients',
    ]);
  });

  it('leaves infinity and NaN out, and is 0 where there is nothing else', () => {
    const X = [
      [1e308, 1, 1],
      [1e308, 1, 1],
    ];
    const trace = record(modelOf(choiceOfFile(reading(plainFile({ X })))));
    expect(toRows(trace.buffers.get('Z1')!).flat()).toContain(Infinity);
    expect(scalesOf(trace).Z).toBe(7);
    const all = plainFile({
      X: [
        [1e308, 1e308, 1e308],
        [1e308, 1e308, 1e308],
      ],
    });
    expect(scalesOf(record(modelOf(choiceOfFile(reading(all))))).Z).toBe(0);
  });

  it('is there for every tensor of a trace', () => {
    const trace = record(modelOf(choiceOfFile(reading(plainFile()))));
    for (const name of trace.buffers.keys())
      if (parseName(name).kind !== 'cost') expect(scalesOf(trace)).toHaveProperty(scaleKindOf(name));
  });
});
