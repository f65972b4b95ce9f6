import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type AgainOf,
  type BackwardOf,
  type EveryPart,
  operationNames,
  operations,
  type PartRows,
  rowForPart,
} from '../../src/core/operations';
import type { negate } from './negate';

const row = 'a row';

const dense: PartRows<'dense', string> = {
  forward: row,
  backward: { weights: 'of dW', bias: row, input: row },
};

describe('a record with a row for every part of an operation', () => {
  it('takes the names of the parts from the operation itself', () => {
    expectTypeOf<BackwardOf<'dense'>>().toEqualTypeOf<'weights' | 'bias' | 'input'>();
    expectTypeOf<BackwardOf<'batch_norm'>>().toEqualTypeOf<'gamma' | 'beta' | 'normalised' | 'batch_norm'>();
    expectTypeOf<AgainOf<'dropout'>>().toEqualTypeOf<'draw'>();
    expectTypeOf<AgainOf<'dense'>>().toEqualTypeOf<never>();
    expectTypeOf<(typeof negate)['backward'][number]['step']>().toEqualTypeOf<'negate'>();
  });

  it('does not compile without one of them', () => {
    const withoutBias: PartRows<'dense', string> = {
      forward: row,
      // @ts-expect-error: `bias` has no row.
      backward: { weights: row, input: row },
    };
    // @ts-expect-error: what draws D again has no row.
    const withoutDraw: PartRows<'dropout', string> = { forward: row, backward: { dropout: row } };
    const withAnother: PartRows<'loss', string> = {
      forward: row,
      // @ts-expect-error: no loss has a part of that name.
      backward: { cost_gradient: row, weights: row },
    };
    expect([withoutBias, withoutDraw, withAnother]).toHaveLength(3);
  });

  it('has the row of the part that a step ran', () => {
    const rows = { dense } as EveryPart<string>;
    const step = { node: { op: 'dense' }, op: 'weights', phase: 'backward' };
    expect(rowForPart(rows, step)).toBe('of dW');
    expect(rowForPart(rows, { ...step, node: { op: 'negate' } })).toBeUndefined();
  });

  it('calls no two parts of a way back alike', () => {
    for (const name of operationNames) {
      const steps = operations[name].backward.map(({ step }) => step);
      expect(new Set(steps).size, name).toBe(steps.length);
    }
  });
});
