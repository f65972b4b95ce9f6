import { type PointerEvent, type RefObject, useEffect, useState } from 'react';
import { margin } from '../../plot/Plot';

export type Stretch = readonly [from: number, to: number];

/** How far one may zoom, as a width of the stretch that is shown. */
const NARROWEST = 0.02;
const WIDEST = 200;

const zoomed = ([from, to]: Stretch, factor: number, at: number): Stretch => {
  const width = to - from;
  const scale = Math.max(NARROWEST, Math.min(WIDEST, width * factor)) / width;
  return [at - (at - from) * scale, at + (to - at) * scale];
};

/** A stretch of the z axis that can be dragged, and zoomed by the wheel with Ctrl or ⌘, or by buttons. */
export function usePanZoom(svg: RefObject<SVGSVGElement | null>, width: number, start: Stretch) {
  const [stretch, setStretch] = useState(start);
  const inner = width - margin.left - margin.right;
  const zoom = (factor: number) => setStretch((now) => zoomed(now, factor, (now[0] + now[1]) / 2));

  useEffect(() => {
    const plot = svg.current;
    const onWheel = (event: WheelEvent) => {
      // Without a key the wheel scrolls the page, as everywhere.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const share = (event.offsetX - margin.left) / inner;
      setStretch((now) =>
        zoomed(now, event.deltaY > 0 ? 1.15 : 1 / 1.15, now[0] + share * (now[1] - now[0])),
      );
    };
    plot?.addEventListener('wheel', onWheel, { passive: false });
    return () => plot?.removeEventListener('wheel', onWheel);
  }, [svg, inner]);

  const onPointerDown = (event: PointerEvent<Element>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<Element>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const by = (-event.movementX / inner) * (stretch[1] - stretch[0]);
    setStretch(([from, to]) => [from + by, to + by]);
  };
  return { stretch, zoom, reset: () => setStretch(start), pan: { onPointerDown, onPointerMove } };
}
