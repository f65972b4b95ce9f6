/** What does some work once the next frame is on the screen. Work that is given before that takes the place of what waits. */
export function createAfterFrame(): (work: () => void) => void {
  let waiting: (() => void) | undefined;
  const doNow = () => {
    const work = waiting;
    waiting = undefined;
    work?.();
  };
  return (work) => {
    // A frame's callbacks run before it is drawn, and a task after them once it is.
    if (!waiting) requestAnimationFrame(() => setTimeout(doNow));
    waiting = work;
  };
}
