import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { choiceIn, entryOf, expectedIn } from '../../../src/state/address/history-entry';
import { firstChoice } from '../../../src/state/choice/choice';
import { setKeep } from '../../../src/state/choice/edits';
import { opened } from '../opened';

/** An entry as it comes back from the browser, which keeps a copy. */
const kept = (choice: Parameters<typeof entryOf>[0]) => structuredClone(entryOf(choice));

describe('an entry of the history', () => {
  it('carries a choice of up to a million numbers', () => {
    for (const choice of [firstChoice, opened(40_000)]) {
      expect(isDeepStrictEqual(choiceIn(kept(choice)), choice)).toBe(true);
    }
  });

  it('carries what the file expects, while both are up to a million numbers', () => {
    const expected = { tensors: { Z1: [[1, 2]], cost: 0.5 }, sources: ['mine.npz'] };
    expect(expectedIn(structuredClone(entryOf(opened(3), expected)))).toEqual(expected);
    const much = { tensors: { Z1: [Array(200_000).fill(1)] }, sources: [] };
    const without = entryOf(opened(40_000), much);
    expect(without).not.toHaveProperty('expected');
    expect(isDeepStrictEqual(choiceIn(structuredClone(without)), opened(40_000))).toBe(true);
  });

  it.each([
    null,
    5,
    {},
    { expected: 'much' },
    { expected: { tensors: { Q9: 1 }, sources: [] } },
    { expected: { tensors: {} } },
  ])('that is %j expects nothing', (entry) => {
    expect(expectedIn(entry)).toBeUndefined();
  });

  it('carries a key in place of a larger one, which is given back itself', () => {
    const large = opened(50_000);
    const edited = setKeep(1, 'A')(large);
    expect(kept(large)).not.toHaveProperty('choice');
    expect(choiceIn(kept(large))).toBe(large);
    expect(choiceIn(kept(edited))).toBe(edited);
    expect(isDeepStrictEqual(kept(large), kept(large))).toBe(true);
  });

  it('of a page that is gone leads to none of the choices of this page', () => {
    const entry = kept(opened(50_000));
    expect(choiceIn({ ...entry, page: performance.timeOrigin - 1 })).toBeUndefined();
  });

  it.each([
    null,
    undefined,
    5,
    'text',
    {},
    { choice: 5 },
    { page: performance.timeOrigin, kept: -1 },
    { kept: 0 },
  ])('that is none of ours leads to none: %j', (entry) => {
    expect(choiceIn(entry)).toBeUndefined();
  });
});
