import type { Box } from '../layout/geometry';

/** Which part of a picture its frame shows, in the picture's pixels. */
export function seenOf(view: HTMLElement): Box {
  const { scrollLeft, scrollTop, clientWidth: width, clientHeight: height, firstElementChild } = view;
  const { offsetLeft = 0, offsetTop = 0 } = (firstElementChild ?? {}) as Partial<HTMLElement>;
  return { x: scrollLeft - offsetLeft, y: scrollTop - offsetTop, width, height };
}
