import fc from 'fast-check';
import { describe, it } from 'vitest';

/* A property that is wrong when the test of test:explore asks it to be, and then goes wrong in one draw of four. */

describe('a number below 1,000', () => {
  it('is not divided by 4, or is it', () => {
    fc.assert(fc.property(fc.nat(999), (n) => !process.env.FC_FAILING || n % 4 !== 3));
  });

  it('is below 1,000', () => {
    fc.assert(fc.property(fc.nat(999), (n) => n < 1000));
  });
});
