import { expect, it } from 'vitest';
import { fingerprints } from './passes';
import golden from './passes.json';

it('gives the steps, reads, cache events, bytes and bits that it gave before its operations were objects', () => {
  expect(fingerprints()).toEqual(golden);
});
