import { letGo } from '../../core/math/letting-go';
import { buffersIn, matricesIn } from './buffers';
import type { Given } from './given';

/** How long it takes until everything is drawn of what is shown instead, also what is drawn bit by bit, in ms. */
const DRAWN = 2_000;

/** Gives memory back at once, by posting it where nobody is: until it was collected, it would be a pass more. */
function free(buffers: ArrayBuffer[]): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(undefined, buffers);
  port1.close();
}

/**
 * Frees the numbers of a model that is left, once what is shown instead has been drawn, except those that both share. React
 * keeps what it drew last, in each part of the page until that is drawn anew: that would be a whole pass, the third beside
 * the one that is shown and the one that is computed next.
 */
export function letGoOf(left: Given, shown: () => Given | undefined): void {
  setTimeout(() => {
    const now = shown();
    const kept = now ? buffersIn(now) : new Set<ArrayBuffer>();
    const going = Array.from(buffersIn(left)).filter((buffer) => buffer.byteLength > 0 && !kept.has(buffer));
    letGo(matricesIn(left), kept);
    free(going);
  }, DRAWN);
}
