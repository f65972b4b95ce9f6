import { afterDrawing } from '../../../state/address/after-drawing';

/** What does some work once the next frame is on the screen. Work that is given before that takes the place of what waits. */
export function createAfterFrame(): (work: () => void) => void {
  let waiting: (() => void) | undefined;
  const doNow = () => {
    const work = waiting;
    waiting = undefined;
    work?.();
  };
  return (work) => {
    const isAsked = waiting !== undefined;
    waiting = work;
    if (!isAsked) afterDrawing(doNow);
  };
}
