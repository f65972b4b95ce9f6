import { expect, it } from 'vitest';
import golden from './passes.json';
import { fingerprints } from './passes';

it('gives the steps, reads, cache events, bytes and bits that it gave before its operations were objects', () => {
  expect(fingerprints()).toEqual(golden);
});
