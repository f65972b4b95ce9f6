import { type RefObject, useEffect, useRef } from 'react';
import type { Geometry } from '../layout/geometry';
import styles from './Overview.module.css';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly geometry: Geometry;
  /** CSS pixels of the small picture for one of the large. */
  readonly scale: number;
}

/** A frame around what the stage shows. It follows the scrolling by itself: nothing is drawn anew for that. */
export function Seen({ scroller, geometry: { width, height }, scale }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = scroller.current;
    const { style } = frame.current!;
    if (!view) return;
    const move = () => {
      style.transform = `translate(${view.scrollLeft * scale}px, ${view.scrollTop * scale}px)`;
    };
    const measure = () => {
      style.width = `${Math.min(view.clientWidth, width) * scale}px`;
      style.height = `${Math.min(view.clientHeight, height) * scale}px`;
      move();
    };
    measure();
    view.addEventListener('scroll', move, { passive: true });
    const watching = new ResizeObserver(measure);
    watching.observe(view);
    return () => {
      view.removeEventListener('scroll', move);
      watching.disconnect();
    };
  }, [scroller, width, height, scale]);
  return <div ref={frame} className={styles.seen} />;
}
