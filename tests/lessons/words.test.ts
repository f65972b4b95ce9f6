import { describe, expect, it } from 'vitest';
import { explainedIn, wordNames, words } from '../../src/lessons/words';

describe('words that are explained', () => {
  it('have a sentence and a picture each', () => {
    for (const name of wordNames) {
      expect(words[name].says).toMatch(/\.$/);
      expect(words[name].picture.flat().length).toBeGreaterThan(0);
    }
  });

  it('are found where they stand for the first time, in any form, and no text is lost', () => {
    const sentence =
      'Which slots does the linear_cache have? A slot is a place; masks are kept by a keep rule.';
    const pieces = explainedIn(sentence);
    expect(pieces.map(({ text }) => text).join('')).toBe(sentence);
    expect(pieces.flatMap(({ word }) => word ?? [])).toEqual(['slot', 'linear_cache', 'mask', 'keep rule']);
  });

  it('are not found inside of other words', () => {
    expect(explainedIn('dismissed, unmasked and withheld')).toHaveLength(1);
  });
});
