import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cachedBytes } from '../../../src/core/model/model';
import { ledger } from '../../../src/core/pass/ledger';
import { record } from '../../../src/core/pass/record';
import { type Step, slotKey } from '../../../src/core/pass/trace';
import type { Value } from '../../../src/core/pass/value';
import { anyNetwork, anyRegularised } from '../models';

/** The bytes of the values that slots refer to at the end of some steps, counted without a sum that goes along. */
function countedAnew(steps: readonly Step[], bytes: (value: Value) => number): number {
  const slots = new Map<string, Value>();
  for (const event of steps.flatMap(({ cache }) => cache)) {
    if (event.kind === 'save') slots.set(slotKey(event), event.value!);
    if (event.kind === 'free') slots.delete(slotKey(event));
  }
  return [...new Set(slots.values())].reduce((sum, value) => sum + bytes(value), 0);
}

describe('the ledger of a whole pass', () => {
  it('holds after each step what its slots refer to then, with checkpoints and without', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyNetwork, anyRegularised),
        fc.option(fc.integer({ min: 1, max: 4 })),
        (network, k) => {
          const model = k === null ? network : { ...network, checkpoint: k };
          const { steps } = record(model);
          const bytes = ({ name }: Value) => cachedBytes(name, model);
          expect(ledger(steps, bytes)).toEqual(
            steps.map(({ index }) => countedAnew(steps.slice(0, index), bytes)),
          );
        },
      ),
    );
  });
});
