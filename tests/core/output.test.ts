import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations';
import { tensorOf } from '../../src/core/checks/tensor-of';
import { fromRows, largestMagnitude, type Matrix } from '../../src/core/math/matrix';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import { canFuse, isFused, labelsFuse, type Model } from '../../src/core/model/model';
import { lossNames } from '../../src/core/operations/losses';
import { dryRun } from '../../src/core/pass/dry-run';
import { record } from '../../src/core/pass/record';
import { modelFrom } from './models';

/** A 1 for one output of each example, as softmax under categorical cross entropy needs. */
const oneHot = (rows: number, m: number, seed: number): Matrix =>
  fromRows(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: m }, (_, j) => Number((j + seed) % rows === i)),
    ),
    'float64',
  );

const networks = fc
  .record({
    activation: fc.constantFrom('sigmoid' as const, 'softmax' as const),
    keep: fc.constantFrom(...keepRuleNames),
    units: fc.integer({ min: 1, max: 4 }),
    m: fc.integer({ min: 1, max: 6 }),
    seed: fc.nat(),
  })
  .map(({ activation, keep, units, m, seed }): Model => {
    const layers = [
      { activation: 'tanh' as const, units: 3, keep },
      { activation, units, keep },
    ];
    const loss = activation === 'sigmoid' ? 'binary_cross_entropy' : 'categorical_cross_entropy';
    return { ...modelFrom({ layers, loss, m, seed }), Y: oneHot(units, m, seed) };
  });

describe('a way back that begins with dZ[L] at once', () => {
  it('has the gradients of two steps, in proportion to each tensor, and the dA[L] that they have on demand', () => {
    fc.assert(
      fc.property(networks, (model) => {
        const [two, one] = [record(model), record({ ...model, output: 'fused' })];
        for (const [name, right] of two.buffers) {
          const found = tensorOf(one, name)!;
          const size = name.startsWith('d')
            ? largestMagnitude(two.buffers.get('dZ2')!)
            : largestMagnitude(right);
          found.data.forEach((x, k) => {
            const bound = 1e-13 * Math.max(size, largestMagnitude(right));
            expect(Math.abs(x - right.data[k]!), name).toBeLessThanOrEqual(bound);
          });
        }
      }),
    );
  });

  it('takes one step less, and never reads what the last layer kept for its activation', () => {
    fc.assert(
      fc.property(networks, (model) => {
        const { steps } = record({ ...model, output: 'fused' });
        expect(steps.filter(({ op }) => op === 'output')).toHaveLength(1);
        expect(steps.some(({ op }) => op === 'cost_gradient')).toBe(false);
        const reads = steps
          .flatMap(({ cache }) => cache)
          .filter(({ kind }) => kind === 'read' || kind === 'miss');
        expect(reads.some(({ layer, cache }) => layer === 2 && cache === 'activation')).toBe(false);
      }),
    );
  });

  it('holds in a rehearsal the bytes that it holds in the pass', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(undefined, 1, 2), (network, checkpoint) => {
        const model: Model = { ...network, output: 'fused', ...(checkpoint && { checkpoint }) };
        expect(dryRun(model).map(({ cacheBytes }) => cacheBytes)).toEqual(
          record(model).steps.map(({ cacheBytes }) => cacheBytes),
        );
      }),
    );
  });

  it('is there for sigmoid under binary and softmax under categorical cross entropy alone', () => {
    const pairs = activationNames.flatMap((activation) =>
      lossNames
        .filter((loss) => canFuse(modelFrom({ layers: [{ activation }], loss })))
        .map((loss) => [activation, loss]),
    );
    expect(pairs).toEqual([
      ['sigmoid', 'binary_cross_entropy'],
      ['softmax', 'categorical_cross_entropy'],
    ]);
    const layers = [{ activation: 'sigmoid', own: { formula: 'z' }, units: 1, alpha: 0, keep: 'Z' }] as const;
    expect(canFuse({ layers, loss: 'binary_cross_entropy' })).toBe(false);
    expect(isFused({ ...modelFrom({ layers: [{ activation: 'tanh' }] }), output: 'fused' })).toBe(false);
  });

  it('needs labels that sum to 1 for softmax, and any for sigmoid', () => {
    const labels = (...rows: number[][]) => fromRows(rows, 'float64');
    expect(labelsFuse({ loss: 'categorical_cross_entropy', Y: labels([0.3, 1], [0.7, 0]) })).toBe(true);
    expect(labelsFuse({ loss: 'categorical_cross_entropy', Y: labels([0.3, 1], [0.3, 0]) })).toBe(false);
    expect(labelsFuse({ loss: 'binary_cross_entropy', Y: labels([0.3, 1], [0.3, 0]) })).toBe(true);
  });
});
