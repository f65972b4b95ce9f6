import { describe, expect, it } from 'vitest';
import { covering } from '../../extent';
import { fingerprint, golden } from './passes';
import written from './passes.json';

const passes = golden();

/** Each kind of number, loss, depth and activation of the first and of the last layer. */
const tried = covering(passes, ([, { precision, loss, layers }]) => [
  precision,
  loss,
  layers.length,
  layers[0]!.activation,
  layers.at(-1)!.activation,
]);

describe('the golden passes', () => {
  it('are those that were written down', () => {
    expect(passes.map(([name]) => name)).toEqual(Object.keys(written));
  });

  it.each(tried)(
    'have the steps, reads, cache events, bytes and bits that they had then: %s',
    (name, model) => {
      expect(fingerprint(model)).toEqual(written[name as keyof typeof written]);
    },
  );
});
