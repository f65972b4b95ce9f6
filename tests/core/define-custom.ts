import { custom, define, type Own } from '../../src/core/activations';

/** Says what a formula is by functions, for tests of what has no need to read formulas. */
export const defineCustom = (own: Own, ...made: Parameters<typeof custom>): void =>
  define(own, custom(...made));
