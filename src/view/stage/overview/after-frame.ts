import { afterDrawing } from '../../../state/address/after-drawing';
import { HASTE } from '../motion/haste';

/**
 * What does some work once the next frame is on the screen, or, where such work comes faster than anybody looks at what
 * it draws, once no more has come for a while. Work that is given before that takes the place of what waits.
 */
export function createAfterFrame(): (work: () => void) => void {
  let last = -Infinity;
  let callOff: () => void = () => undefined;
  return (work) => {
    callOff();
    const now = performance.now();
    const isHasty = now - last < HASTE;
    last = now;
    if (isHasty) {
      const timer = setTimeout(work, HASTE);
      callOff = () => clearTimeout(timer);
    } else callOff = afterDrawing(() => work());
  };
}
