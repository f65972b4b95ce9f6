import { expect, it } from 'vitest';
import { record } from '../../src/core/pass/record';
import { judge } from '../../src/mine';
import { Room } from '../../src/mine/room';
import { firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { drawnCase } from './drawn';

it('makes no difference to a report, however little there is', () => {
  const cases = Array.from({ length: 30 }, (_, seed) => drawnCase(seed, seed % 3, ['course', 'rows']) ?? []);
  for (const { model, brought } of cases.flat())
    expect(judge(model, brought, undefined, new Room(300))).toEqual(judge(model, brought));
});

/** A pass of 100 KB in float64. */
const model = modelOf({
  ...firstChoice,
  layers: [
    ...Array.from({ length: 4 }, () => ({ ...firstChoice.layers[0]!, units: 20 })),
    firstChoice.layers[2]!,
  ],
  data: { set: 'moons', m: 40 },
});

it('is all that is kept beside what a report says of the arrays that were brought', () => {
  const { buffers } = record(model);
  const brought = new Map(
    ['dZ1', 'dW1', 'A4'].map((name) => {
      const { rows, cols, data } = buffers.get(name)!;
      return [name, { shape: [rows, cols], data: Float64Array.from(data) }];
    }),
  );
  const room = new Room(40_000);
  const { rows } = judge(model, brought, undefined, room);
  expect(room.bytes).toBeLessThanOrEqual(40_000);
  expect(rows.filter(({ verdict }) => verdict === 'agrees')).toHaveLength(3);
  // What nobody brought is there in the page's own pass.
  expect(rows.filter(({ theirs, beside, withMistakes }) => !theirs && (beside || withMistakes))).toEqual([]);
});
