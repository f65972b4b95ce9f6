import { type RefObject, useEffect, useRef } from 'react';
import type { Geometry } from '../layout/geometry';
import { watch } from '../scroll/watching';
import styles from './Overview.module.css';
import type { Shrinking } from './small-cells';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly geometry: Geometry;
  /** In CSS pixels. */
  readonly by: Shrinking;
}

/** A frame around what the stage shows. It follows the scrolling by itself: nothing is drawn anew for that. */
export function Seen({ scroller, geometry: { width, height }, by: { across, down } }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = scroller.current;
    const { style } = frame.current!;
    if (!view) return;
    const scrolled = () => {
      style.transform = `translate(${view.scrollLeft * across}px, ${view.scrollTop * down}px)`;
    };
    const resized = () => {
      style.width = `${Math.min(view.clientWidth, width) * across}px`;
      style.height = `${Math.min(view.clientHeight, height) * down}px`;
      scrolled();
    };
    return watch(view, { scrolled, resized });
  }, [scroller, width, height, across, down]);
  return <div ref={frame} className={styles.seen} />;
}
