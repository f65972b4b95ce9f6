import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkOf, readLink } from '../../../src/state/address/shared-link';
import { type Choice, firstChoice, storedChoice } from '../../../src/state/choice/choice';
import { setKeep } from '../../../src/state/choice/edits';
import { readChoice } from '../../../src/state/choice/read';
import { type Change, MOST_CHANGES } from '../../../src/state/what-if/changes';
import {
  changeCell,
  makeUnrelated,
  nudgeCell,
  putAllBack,
  putBack,
  swapCells,
} from '../../../src/state/what-if/edits';

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
    const both = edited(changeCell(Z, 1), changeCell(A, 2));
    const [ofZ, ofA] = both.tampered!;
    expect(putBack(ofZ!)(both).tampered).toEqual([ofA]);
    expect(putBack(ofA!)(putBack(ofZ!)(both))).toEqual(firstChoice);
    expect(putAllBack(both)).toEqual(firstChoice);
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

  it('to the value that was computed is none, and to any other, however near, is one', () => {
    expect(edited(changeCell(Z, 0.5, 0.5))).toEqual(firstChoice);
    expect(edited(changeCell(Z, 1e-8, 0)).tampered).toHaveLength(1);
    expect(edited(changeCell(Z, Number.NaN, Number.NaN))).toEqual(firstChoice);
  });

  it('by nudges is none once they have led back, however they were rounded', () => {
    fc.assert(
      fc.property(
        fc.float({ noNaN: true, min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 20 }),
        (computed, n) => {
          let choice: Choice = firstChoice;
          let value = computed;
          const nudge = (by: number) => {
            choice = nudgeCell({ ...Z, value, computed }, by)(choice);
            const [change] = choice.tampered ?? [];
            value = change && 'value' in change ? Math.fround(Number(change.value)) : computed;
          };
          for (let k = 0; k < n; k++) nudge(0.1);
          expect(choice.tampered).toHaveLength(1);
          expect(value).toBeCloseTo(computed + n / 10, 3);
          for (let k = 0; k < n; k++) nudge(-0.1);
          expect(choice).toEqual(firstChoice);
        },
      ),
    );
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
    expect(putBack(choice.tampered![1]!)(choice).tampered).toEqual([{ ...A, value: 2 }]);
  });

  it('to the numbers of a file is one change, comes back by its link, and takes changes of its cells', () => {
    const given = {
      tensor: 'Z1',
      given: [
        [1, Number.NaN],
        [-Infinity, 0.1],
      ],
    };
    const choice: Choice = { ...firstChoice, tampered: [given] };
    expect(readLink(linkOf(choice, 'start').hash).choice).toEqual(choice);
    const changed = changeCell(Z, 1)(choice);
    expect(changed.tampered).toEqual([given, { ...Z, value: 1 }]);
    expect(makeUnrelated('Z1', 5)(changed).tampered).toEqual([{ tensor: 'Z1', unrelated: 5 }]);
  });

  it('to the numbers of a file is left out of a link that they do not fit into, and nothing else is', () => {
    const given = Array.from({ length: 400 }, (_, i) =>
      Array.from({ length: 10 }, (_, j) => Math.sin(i * 10 + j)),
    );
    const choice: Choice = {
      ...firstChoice,
      tampered: [
        { ...Z, value: 1 },
        { tensor: 'A1', given },
      ],
    };
    const { hash, whole } = linkOf(choice, 'start');
    expect(whole).toBe(false);
    expect(readLink(hash).choice).toEqual({ ...firstChoice, tampered: [{ ...Z, value: 1 }] });
    const alone: Choice = { ...firstChoice, tampered: [{ tensor: 'A1', given }] };
    expect(readLink(linkOf(alone, 'start').hash).choice).toEqual(firstChoice);
  });

  it('of a whole tensor is put back as a whole, and leaves a change of its first cell', () => {
    const choice = edited(makeUnrelated('Z1', 5), changeCell(Z, 1));
    expect(putBack(choice.tampered![0]!)(choice).tampered).toEqual([{ ...Z, value: 1 }]);
  });
});

describe('changes by hand that come from outside', () => {
  const complaintOf = (tampered: unknown) => {
    const read = readChoice({ ...storedChoice(firstChoice), tampered });
    return read.ok ? undefined : read.sentence;
  };

  it.each<[unknown, RegExp]>([
    ['Z1', /^tampered: expected a list of 1 to 64 changes/],
    [[], /^tampered: expected a list of 1 to 64 changes/],
    [Array(MOST_CHANGES + 1).fill({ ...Z, value: 1 }), /expected a list of 1 to 64 changes/],
    [[{ ...Z, value: 'one' }], /^tampered\[0\]\.value: expected a number, NaN, Infinity or -Infinity/],
    [[{ ...Z, row: -1, value: 1 }], /^tampered\[0\]\.row: expected a whole number from 0/],
    [[{ ...Z, row: 0.5, value: 1 }], /^tampered\[0\]\.row: expected a whole number from 0/],
    [[{ ...at('dZ1'), value: 1 }], /^tampered\[0\]\.tensor: expected what a cache can hold/],
    [[{ ...at('constructor'), value: 1 }], /^tampered\[0\]\.tensor: expected what a cache can hold/],
    [[{ tensor: 'Z1', unrelated: 'much' }], /^tampered\[0\]\.unrelated: expected a whole number/],
    [[{ tensor: 'Z1', given: [[1], [2, 3]] }], /^tampered\[0\]\.given\[1\]: expected a row of 1/],
    [
      [{ tensor: 'Z1', given: [[1, null]] }],
      /^tampered\[0\]\.given\[0\]\[1\]: expected a number, NaN or an infinity/,
    ],
    [[null], /^tampered\[0\]: expected/i],
  ])('get a sentence where they are none: %j', (tampered, sentence) => {
    expect(complaintOf(tampered)).toMatch(sentence);
  });

  it('are without those that a later one undoes', () => {
    const read = readChoice({
      ...storedChoice(firstChoice),
      tampered: [
        { ...Z, value: 1 },
        { ...A, value: 2 },
        { ...A, value: 3 },
        { tensor: 'Z1', unrelated: 1 },
      ],
    });
    expect(read.ok && read.value.tampered).toEqual([
      { ...A, value: 3 },
      { tensor: 'Z1', unrelated: 1 },
    ]);
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
