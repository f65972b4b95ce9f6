import { describe, expect, it } from 'vitest';
import { type Head, headForms } from '../../../src/view/stage/head/head-form';

const head = (width: number, parts: Partial<Head> = {}): Head => ({
  width,
  activation: 'relu',
  keep: 'Z',
  isLast: false,
  ...parts,
});

const formAt = (width: number) => headForms([head(width)])[0]!;

describe('the heads of a picture', () => {
  it('keep their buttons for units while their cards narrow, longer than their names in full', () => {
    const forms = Array.from({ length: 320 }, (_, i) => formAt(420 - i));
    expect(forms[0]).toEqual({ curve: true, steps: true, named: true, keeps: true });
    expect(forms.findIndex(({ named }) => !named)).toBeLessThan(forms.findIndex(({ steps }) => !steps));
  });

  it('are alike: the one with the least room has the form of all', () => {
    expect(headForms([head(420), head(200)])).toEqual([formAt(200), formAt(200)]);
    expect(headForms([head(200), head(420, { isLast: true })])[1]).toEqual(formAt(200));
  });

  it('let a last layer be shorter alone, which often has one unit', () => {
    const [hidden, last] = headForms([head(420), head(200, { isLast: true })]);
    expect(hidden).toEqual(formAt(420));
    expect(last).not.toEqual(hidden);
  });

  it('of last layers, whose units follow from the labels, need no room for their buttons', () => {
    const least = (isLast: boolean) =>
      Array.from({ length: 400 }, (_, i) => i).find(
        (width) => headForms([head(width, { isLast })])[0]!.curve,
      )!;
    expect(least(true)).toBeLessThan(least(false));
  });
});
