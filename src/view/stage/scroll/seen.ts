import type { Box } from '../layout/geometry';

/** Which part of a picture its frame shows, in the picture's pixels. */
export function seenOf(view: HTMLElement): Box {
  const picture = view.firstElementChild;
  const [left, top] = picture instanceof HTMLElement ? [picture.offsetLeft, picture.offsetTop] : [0, 0];
  const { scrollLeft, scrollTop, clientWidth: width, clientHeight: height } = view;
  return { x: scrollLeft - left, y: scrollTop - top, width, height };
}
