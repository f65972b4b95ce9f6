import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { part } from '../extent';
import { anyChange, changed, placesIn } from './changes';
import { anyFile, plainFile } from './files';
import { open } from './opening';

describe('whatever is opened', () => {
  it('any text is refused in a sentence, and never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => open(text) === 'refused'),
      { numRuns: part(500) },
    );
  });

  it('any JSON is refused in a sentence, and never thrown at', () => {
    fc.assert(
      fc.property(fc.json(), (text) => open(text) === 'refused'),
      { numRuns: part(500) },
    );
  });

  it('a model file opens, and runs whatever its numbers are', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(open(JSON.stringify(file))).toBe('opened');
      }),
      { numRuns: part(300) },
    );
  });

  it('a model file with anything at all changed in it opens or is refused in a sentence', () => {
    const outcomes = { opened: 0, refused: 0 };
    fc.assert(
      fc.property(anyFile, fc.nat(), anyChange, (file, at, change) => {
        const places = placesIn(file);
        outcomes[open(JSON.stringify(changed(file, places[at % places.length]!, change)))]++;
      }),
      { numRuns: part(1500) },
    );
    expect(outcomes.opened).toBeGreaterThan(part(20));
    expect(outcomes.refused).toBeGreaterThan(part(200));
  });

  it('a model file that is cut off anywhere is refused in a sentence', () => {
    const text = JSON.stringify(plainFile());
    for (let end = 0; end < text.length; end++) expect(open(text.slice(0, end))).toBe('refused');
  });
});
