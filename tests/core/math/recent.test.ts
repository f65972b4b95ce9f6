import { expect, it } from 'vitest';
import { Recent } from '../../../src/core/math/recent';
import { RecentByObject } from '../../../src/core/math/recent-by-object';

it('what is remembered are the values that were asked for last, and no more than there is room for', () => {
  const recent = new Recent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
  recent.set('c', 4);
  expect([recent.get('a'), recent.get('c')]).toEqual([1, 4]);
});

it('what is remembered of an object is made once, and neither by another key nor of another object', () => {
  const recent = new RecentByObject<object, string>(2);
  const [a, b] = [{}, {}];
  expect(recent.of(a, 'x', () => 'a x')).toBe('a x');
  expect(recent.of(b, 'x', () => 'b x')).toBe('b x');
  expect(recent.of(a, 'y', () => 'a y')).toBe('a y');
  expect(recent.of(a, 'x', () => 'made again')).toBe('a x');
});
