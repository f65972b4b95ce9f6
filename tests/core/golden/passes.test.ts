import { expect, it } from 'vitest';
import { fingerprints } from './passes';
import golden from './passes.json';

it('gives the steps, reads, cache events, bytes and bits that it gave when they were written down', () => {
  expect(fingerprints()).toEqual(golden);
});
