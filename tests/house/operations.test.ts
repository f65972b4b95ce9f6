import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from './sources';

/** Where an operation asks what it is; everything else asks what it says of itself. */
const home = 'src/core/operations/';

const comparesName = /\bop\b\??\s*[!=]==?\s*['"`]|['"`]\s*[!=]==?\s*(?:\w+\.)*op\b|switch \((?:\w+\.)*op\)/;

const elsewhere = sources.filter((file) => !file.startsWith(home));

describe('an operation', () => {
  it('is compared by its name nowhere in the sources', () => {
    const found = elsewhere.filter((file) => comparesName.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
    expect(elsewhere.length).toBeGreaterThan(500);
  });

  it.each([
    "step.op !== 'activation'",
    "({ op }) => op === 'dense'",
    "'loss' === step.node.op",
    'switch (node.op) {',
  ])('is found where it is: %s', (text) => {
    expect(comparesName.test(text)).toBe(true);
  });

  it('may be compared with another', () => {
    expect(comparesName.test('op === node.op')).toBe(false);
    expect(comparesName.test('a.op === b.op')).toBe(false);
  });
});
