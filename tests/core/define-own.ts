import { define, type Own, ownActivation } from '../../src/core/activations';

/** Says what a formula is by functions, for tests of what has no need to read formulas; the same for a layer to have. */
export function defineOwn(own: Own, ...made: Parameters<typeof ownActivation>): Own {
  define(own, ownActivation(...made));
  return own;
}
