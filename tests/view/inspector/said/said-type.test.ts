import { describe, expect, it } from 'vitest';
import { typeOf } from '../../../../src/view/inspector/said/said-type';

describe('the type of the sentences of a pass', () => {
  const room = { width: 322, height: 57, most: 13 };

  it('is as large as its room allows where the longest has one line', () => {
    expect(typeOf(20, { ...room, most: 22 })).toMatchObject({ fontSize: 22 });
    expect(typeOf(20, room)).toMatchObject({ fontSize: 13, height: 13 * 1.17 });
  });

  it('is never larger for a longer one, and never higher than its room', () => {
    const types = Array.from({ length: 250 }, (_, i) => typeOf(i + 1, room));
    for (const [i, { fontSize, height }] of types.entries()) {
      expect(fontSize).toBeLessThanOrEqual(types[Math.max(0, i - 1)]!.fontSize);
      expect(height).toBeLessThanOrEqual(room.height);
      expect(fontSize).toBeGreaterThanOrEqual(11);
    }
  });
});
