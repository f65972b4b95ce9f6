/** What is told of a view: that it shows another part of its picture, and that it has another size, as it has at first. */
interface Told {
  scrolled(): void;
  resized(): void;
}

/** Tells which part of its picture a view shows, from now on. Returns what ends that. */
export function watch(view: Element, { scrolled, resized }: Told): () => void {
  resized();
  view.addEventListener('scroll', scrolled, { passive: true });
  const watching = new ResizeObserver(resized);
  watching.observe(view);
  return () => {
    view.removeEventListener('scroll', scrolled);
    watching.disconnect();
  };
}
