import { HASTE, MOTION } from './haste';
import { wantsStillness } from './stillness';

/** How far a picture is from where it belongs, while it glides there. */
function offsetOf(picture: Element): readonly [x: number, y: number] {
  const { transform } = getComputedStyle(picture);
  const { e, f } = transform === 'none' ? { e: 0, f: 0 } : new DOMMatrix(transform);
  return [e, f];
}

/**
 * Takes a scrolled view elsewhere at once, and has its picture glide there: a browser that scrolls smoothly puts the
 * whole page together for each frame, and what is only moved is moved beside the page's own thread. Nothing glides for who
 * hurries or wants no motion, nor to where a picture begins.
 */
export function createGlide() {
  let running: Animation | undefined;
  let last: number | undefined;
  return (view: Element, to: { readonly left: number; readonly top: number }): void => {
    const { scrollLeft, scrollTop, firstElementChild: picture } = view;
    if (scrollLeft === to.left && scrollTop === to.top) return;
    const now = performance.now();
    const isHasty = last === undefined || now - last < HASTE;
    last = now;
    const [x, y] = running?.playState === 'running' && picture ? offsetOf(picture) : [0, 0];
    running?.cancel();
    view.scrollTo?.({ ...to, behavior: 'instant' });
    const [across, down] = [view.scrollLeft - scrollLeft + x, view.scrollTop - scrollTop + y];
    if (isHasty || (across === 0 && down === 0) || wantsStillness()) return;
    running = picture?.animate?.(
      [{ transform: `translate(${across}px, ${down}px)` }, { transform: 'none' }],
      {
        duration: MOTION,
        easing: 'cubic-bezier(.3, .7, .2, 1)',
      },
    );
  };
}
