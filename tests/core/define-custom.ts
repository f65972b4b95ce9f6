import { custom, define, type Own } from '../../src/core/activations';

/** Says what a formula is by functions, for tests of what has no need to read formulas; the same for a layer to have. */
export function defineCustom(own: Own, ...made: Parameters<typeof custom>): Own {
  define(own, custom(...made));
  return own;
}
