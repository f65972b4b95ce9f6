import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nudgedCost } from '../../../../src/core/checks/differences/nudged-cost';
import { record } from '../../../../src/core/pass/record';
import { anyNetwork, anyRegularised, modelFrom } from '../../models';
import { costWith } from '../../pass/central-differences';

it('the cost with a parameter moved is that of a whole pass with it moved, bit for bit', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyNetwork, anyRegularised),
      fc.nat(),
      fc.nat(),
      fc.double({ min: -2, max: 2 }),
      (model, which, cell, by) => {
        const [name, { data }] = [...model.parameters][which % model.parameters.size]!;
        const k = cell % data.length;
        const { cost: found } = nudgedCost(record(model)).at(name, k, data[k]! + by);
        expect(found).toBe(costWith(model, name, k, data[k]! + by));
      },
    ),
  );
});

it('the cost with a parameter moved nowhere is the cost of the pass, bit for bit', () => {
  fc.assert(
    fc.property(fc.oneof(anyNetwork, anyRegularised), (model) => {
      const trace = record(model);
      for (const [name, { data }] of model.parameters)
        expect(nudgedCost(trace).at(name, 0, data[0]!).cost).toBe(trace.buffers.get('cost')!.data[0]);
    }),
  );
});

it('to move what is no parameter is refused by name', () => {
  const trace = record(modelFrom({ layers: [{ activation: 'tanh' }] }));
  expect(() => nudgedCost(trace).at('W2', 0, 0)).toThrow('the model has no parameter W2');
});
