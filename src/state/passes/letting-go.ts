import { letGo } from '../../core/math/letting-go';
import { buffersIn, matricesIn } from './buffers';
import type { Given } from './given';

/** After how long all is drawn of what is shown instead, that which is drawn in turn too, in ms. */
const DRAWN = 2_000;

/**
 * Takes the numbers from what was given for a model that is left, once what is shown instead has been drawn, but for
 * those that this has as well. What draws keeps what it drew last, each part of the page until it is drawn anew: that
 * would be a whole pass, and beside the one that is shown and the one that is worked out next a third.
 */
export function letGoOf(left: Given, shown: () => Given | undefined): void {
  setTimeout(() => {
    const now = shown();
    letGo(matricesIn(left), now ? buffersIn(now) : new Set());
  }, DRAWN);
}
