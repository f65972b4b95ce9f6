import { expect, it } from 'vitest';
import { judge } from '../../src/mine';
import { Room } from '../../src/mine/room';
import { broughtOf, deep } from './deep';
import { drawnCase } from './drawn';

it('makes no difference to a report, however little there is', () => {
  const cases = Array.from({ length: 30 }, (_, seed) => drawnCase(seed, seed % 3, ['course', 'rows']) ?? []);
  for (const { model, brought } of cases.flat())
    expect(judge(model, brought, undefined, new Room(300))).toEqual(judge(model, brought));
});

/** A pass of 100 KB in float64. */
const model = deep(4, 20, 40);

it('is all that is kept beside what a report says of the arrays that were brought', () => {
  const brought = broughtOf(model, (name) => ['dZ1', 'dW1', 'A4'].includes(name));
  const room = new Room(40_000);
  const { rows } = judge(model, brought, undefined, room);
  expect(room.bytes).toBeLessThanOrEqual(40_000);
  expect(rows.filter(({ verdict }) => verdict === 'agrees')).toHaveLength(3);
  // What nobody brought is there in the page's own pass.
  expect(rows.filter(({ theirs, beside, withMistakes }) => !theirs && (beside || withMistakes))).toEqual([]);
});
