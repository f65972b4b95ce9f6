import { describe, expect, it } from 'vitest';
import { type Choice, firstChoice, readChoice, storedChoice } from '../../../src/state/choice';
import { setKeep } from '../../../src/state/edits';
import { linkOf, readLink } from '../../../src/state/shared-link';
import { changeCell, makeUnrelated, putAllBack, putBack, swapCells } from '../../../src/state/what-if/edits';
import { type Change, MOST_CHANGES } from '../../../src/state/what-if/schema';

const at = (tensor: string, row = 0, col = 0) => ({ tensor, row, col });
const [Z, A] = [at('Z1'), at('A1', 1, 2)];

const edited = (...edits: readonly ((choice: Choice) => Choice)[]): Choice =>
  edits.reduce((choice, edit) => edit(choice), firstChoice);

describe('a change by hand', () => {
  it.each([1.5, -0.1, Number.NaN, Infinity, -Infinity])('to %s comes back by its link', (value) => {
    const choice = changeCell(Z, value)(firstChoice);
    const read = readLink(linkOf(choice, 'start').hash);
    expect(read.choice).toEqual(choice);
    const [change] = read.choice.tampered!;
    expect(Number((change as { value: unknown }).value)).toEqual(value);
  });

  it('takes the place of an earlier one of the same cell, and of no other', () => {
    expect(edited(changeCell(Z, 1), changeCell(A, 2), changeCell(Z, 3)).tampered).toEqual([
      { ...A, value: 2 },
      { ...Z, value: 3 },
    ]);
  });

  it('stays when a layer keeps something else', () => {
    expect(edited(changeCell(Z, 1), setKeep(1, 'A')).tampered).toEqual([{ ...Z, value: 1 }]);
  });

  it('is put back alone, or with all others', () => {
    const both = [changeCell(Z, 1), changeCell(A, 2)];
    expect(edited(...both, putBack(Z)).tampered).toEqual([{ ...A, value: 2 }]);
    expect(edited(...both, putBack(Z), putBack(A))).toEqual(firstChoice);
    expect(edited(...both, putAllBack)).toEqual(firstChoice);
  });

  it('swaps two cells, and swaps them back', () => {
    const a = { ...Z, value: 1, computed: 1 };
    const b = { ...A, value: 2, computed: 2 };
    const swapped = edited(swapCells(a, b));
    expect(swapped.tampered).toEqual([
      { ...Z, value: 2 },
      { ...A, value: 1 },
    ]);
    expect(swapCells({ ...b, value: 1 }, { ...a, value: 2 })(swapped)).toEqual(firstChoice);
  });

  it('to the value that was computed is none, but for the roundings of nudges', () => {
    const computed = Math.fround(0.2638);
    const nudged = Math.fround(computed + 0.1);
    const choice = edited(changeCell(Z, nudged, computed));
    expect(choice.tampered).toHaveLength(1);
    expect(changeCell(Z, nudged - 0.1, computed)(choice)).toEqual(firstChoice);
    expect(edited(changeCell(Z, computed + 1e-5, computed)).tampered).toHaveLength(1);
    expect(edited(changeCell(Z, Number.NaN, Number.NaN))).toEqual(firstChoice);
  });

  it('to the value that was computed is one within a tensor that is unrelated', () => {
    expect(edited(makeUnrelated('Z1', 5), changeCell(Z, 1, 1)).tampered).toHaveLength(2);
  });

  it('of a whole tensor takes the place of changes of its cells, and is put back as a whole', () => {
    const choice = edited(changeCell(Z, 1), changeCell(A, 2), makeUnrelated('Z1', 5));
    expect(choice.tampered).toEqual([
      { ...A, value: 2 },
      { tensor: 'Z1', unrelated: 5 },
    ]);
    expect(putBack(Z)(choice).tampered).toEqual([{ ...A, value: 2 }]);
  });
});

describe('changes by hand that come from outside', () => {
  const complaintOf = (tampered: unknown) => {
    const read = readChoice({ ...storedChoice(firstChoice), tampered });
    return read.ok ? undefined : read.sentence;
  };

  it.each<[unknown, RegExp]>([
    ['Z1', /^tampered: expected a list of at most 64 changes/],
    [Array(MOST_CHANGES + 1).fill({ ...Z, value: 1 }), /expected a list of at most 64 changes/],
    [[{ ...Z, value: 'one' }], /^tampered\[0\]\.value: expected a number, NaN, Infinity or -Infinity/],
    [[{ ...Z, row: -1, value: 1 }], /^tampered\[0\]\.row: expected a whole number from 0/],
    [[{ ...Z, row: 0.5, value: 1 }], /^tampered\[0\]\.row: expected a whole number from 0/],
    [[{ ...at('dZ1'), value: 1 }], /^tampered\[0\]\.tensor: expected what a cache can hold/],
    [[{ ...at('constructor'), value: 1 }], /^tampered\[0\]\.tensor: expected what a cache can hold/],
    [[{ tensor: 'Z1', unrelated: 'much' }], /^tampered\[0\]\.unrelated: expected a whole number/],
    [[null], /^tampered\[0\]: expected/i],
  ])('get a sentence where they are none: %j', (tampered, sentence) => {
    expect(complaintOf(tampered)).toMatch(sentence);
  });

  it('are taken where there are as many as there may be, and then fit into a link', () => {
    const changes: Change[] = Array.from({ length: MOST_CHANGES }, (_, k) => ({
      ...at('mask64', k, 9999 - k),
      value: Math.sin(k) / 3,
    }));
    expect(complaintOf(changes)).toBeUndefined();
    const choice = { ...firstChoice, tampered: changes };
    expect(readLink(linkOf(choice, 'start').hash).choice.tampered).toEqual(changes);
  });
});
