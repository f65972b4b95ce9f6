import { expect, it } from 'vitest';
import { judge } from '../../src/mine';
import { MOST_KEPT } from '../../src/mine/judge';
import { passOf } from '../../src/mine/pass';
import { Room } from '../../src/mine/room';
import { broughtOf, deep } from './deep';

/** All dW and db of a network of so many hidden layers, each off by a factor that no known mistake makes. */
function allOff(depth: number) {
  const model = deep(depth, 40);
  return {
    model,
    brought: broughtOf(
      model,
      (name) => /^d[Wb]/.test(name),
      () => 1.1,
    ),
  };
}

it('on gradients that are all wrong for no known reason is that of a thousand passes at most', () => {
  const { model, brought } = allOff(3);
  let made = 0;
  const room = new Room(MOST_KEPT, (numbers) => {
    made += numbers;
  });
  judge(model, brought, undefined, room);
  expect(made / passOf(model).numbers).toBeLessThan(1000);
});

it('finds no reason where only one fits under which nothing can be told', () => {
  const { model, brought } = allOff(5);
  const { rows } = judge(model, brought);
  const theirs = rows.filter(({ theirs }) => theirs);
  expect(theirs.map(({ verdict }) => verdict)).toEqual(theirs.map(() => 'mistake'));
  expect(theirs.flatMap(({ found }) => found ?? [])).toEqual([]);
});
