import { useEffect, useRef } from 'react';

/** Keeps what is current in a list that scrolls in sight, and scrolls nothing else. */
export function useInView<E extends HTMLElement>(current: unknown) {
  const list = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks anew when another thing is current.
  useEffect(() => {
    const box = list.current;
    const item = box?.querySelector<HTMLElement>('[aria-current]');
    if (!box || !item) return;
    const [outer, inner] = [box.getBoundingClientRect(), item.getBoundingClientRect()];
    if (inner.left < outer.left) box.scrollLeft -= outer.left - inner.left;
    if (inner.right > outer.right) box.scrollLeft += inner.right - outer.right;
    if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top;
    if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
  }, [current]);
  return list;
}
