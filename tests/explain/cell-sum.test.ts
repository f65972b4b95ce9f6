import { describe, expect, it } from 'vitest';
import { activationNames } from '../../src/core/activations';
import { keepRuleNames } from '../../src/core/model/keep-rules';
import type { Model } from '../../src/core/model/model';
import { lossNames } from '../../src/core/operations/losses';
import { record } from '../../src/core/pass/record';
import { dependentPlaces, sourcePlaces } from '../../src/explain/cell-places';
import { explain } from '../../src/explain/cell-sum';
import type { Reckoning } from '../../src/explain/sums/reckoning';
import { defineOwn } from '../core/define-own';
import { modelFrom } from '../core/models';

const sumOf = ({ terms, dividedBy = 1 }: Reckoning): number =>
  terms.reduce((sum, term) => sum + term.reduce((product, factor) => product * factor, 1), 0) / dividedBy;

/** Re-evaluates what is shown of every cell of a pass. */
function expectSums(model: Model, digits: number): void {
  const trace = record(model);
  for (const [tensor, { rows, cols }] of trace.buffers)
    for (let row = 0; row < rows; row++)
      for (let col = 0; col < cols; col++) {
        const { value, reckoning } = explain({ tensor, row, col }, trace, trace.steps.length)!;
        if (reckoning) expect(sumOf(reckoning), tensor).toBeCloseTo(value, digits);
      }
}

describe('the sum of a cell', () => {
  describe.each(activationNames)('under %s', (activation) => {
    it.each(keepRuleNames)('gives the cell again, keeping %s', (keep) => {
      const layers = [{ activation, keep, units: 3 }, { activation: 'tanh' as const }];
      expectSums(modelFrom({ inputs: 2, layers, m: 3 }), 13);
      expectSums(modelFrom({ inputs: 2, layers, m: 3, precision: 'float32' }), 5);
    });
  });

  it('gives the cell again for an own formula, even one that somebody calls softmax', () => {
    const square = (z: number) => z * z;
    const own = defineOwn(
      { formula: 'z*z' },
      {
        g: square,
        fromZ: (z) => 2 * z,
        tex: { g: 'z^2', slope: { Z: '2z' } },
        costs: { g: [1, 0], Z: [1, 0] },
      },
    );
    const model = modelFrom({
      inputs: 2,
      layers: [{ activation: 'tanh', units: 3 }, { activation: 'linear' }],
      m: 3,
    });
    const [hidden, last] = model.layers;
    const layers = [{ ...hidden!, activation: 'softmax', own }, last!];
    expectSums({ ...model, layers }, 13);
  });

  it.each(lossNames)('gives the cell again, for %s', (loss) => {
    expectSums(modelFrom({ inputs: 2, layers: [{ activation: 'sigmoid', units: 2 }], m: 3, loss }), 13);
  });
});

const trace = record(
  modelFrom({
    inputs: 2,
    layers: [{ activation: 'tanh', keep: 'A', units: 3 }, { activation: 'sigmoid' }],
    m: 4,
  }),
);
const end = trace.steps.length;

describe('a cell', () => {
  it('that is given has a value and no sum', () => {
    expect(explain({ tensor: 'W1', row: 0, col: 1 }, trace, 0)).toEqual({
      cell: { tensor: 'W1', row: 0, col: 1 },
      value: trace.buffers.get('W1')!.data[1],
    });
  });

  it('is not explained before it is computed, nor beyond its tensor', () => {
    expect(explain({ tensor: 'dZ1', row: 0, col: 0 }, trace, 1)).toBeUndefined();
    expect(explain({ tensor: 'W1', row: 9, col: 0 }, trace, 0)).toBeUndefined();
  });

  it('of dZ has its g′ by the slot that was read', () => {
    const a = trace.buffers.get('A1')!.data[0]!;
    const { terms, of } = explain({ tensor: 'dZ1', row: 0, col: 0 }, trace, end)!.reckoning!;
    expect(of).toMatchObject({ name: 'g′', operands: [{ name: 'A[1]', value: a }] });
    expect(terms[0]![1]).toBeCloseTo(1 - a * a, 14);
  });

  it('comes from the slots through which it was read', () => {
    expect(sourcePlaces({ tensor: 'dW1', row: 1, col: 0 }, trace, end)).toEqual([
      { tensor: 'dZ1', row: 1, col: undefined, place: 'backward:dZ1' },
      { tensor: 'A0', row: 0, col: undefined, place: 'cache:1.linear.A_prev' },
    ]);
  });

  it('of A goes into the next layer and, through two slots, into dZ of its own and dW of the next', () => {
    const places = dependentPlaces({ tensor: 'A1', row: 2, col: 3 }, trace, end);
    expect(places.map(({ place, row, col }) => [place, row, col])).toEqual([
      ['forward:Z2', undefined, 3],
      ['backward:dW2', undefined, 2],
      ['backward:dZ1', 2, 3],
    ]);
  });
});
