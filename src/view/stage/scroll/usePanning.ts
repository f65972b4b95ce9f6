import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { useDisplayActions } from '../../store';

/** How far a pointer moves before it draws the picture along, in CSS pixels: less is a click. */
const SLACK = 5;

/** Draws a picture along with a mouse that is pressed, and comes closer or goes away as two fingers are spread. */
export function usePanning(element: RefObject<HTMLElement | null>) {
  const { comeClose } = useDisplayActions();
  const grip = useRef<{ x: number; y: number; left: number; top: number; moved: boolean }>(undefined);
  useEffect(() => {
    const view = element.current;
    // A spread of two fingers comes as a wheel with Ctrl. React's own listener could not keep the page from zooming.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      comeClose(event.deltaY < 0);
    };
    view?.addEventListener('wheel', onWheel, { passive: false });
    return () => view?.removeEventListener('wheel', onWheel);
  }, [element, comeClose]);
  return {
    onPointerDown({
      pointerType,
      button,
      clientX,
      clientY,
      currentTarget,
      target,
    }: PointerEvent<HTMLElement>) {
      // A finger draws it along by itself; what is pressed on a control is meant for that.
      if (pointerType !== 'mouse' || button !== 0) return;
      if (target instanceof Element && target.closest('button, input')) return;
      const { scrollLeft: left, scrollTop: top } = currentTarget;
      grip.current = { x: clientX, y: clientY, left, top, moved: false };
    },
    onPointerMove({ buttons, clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) {
      const held = grip.current;
      if (!held || buttons === 0) return;
      const [dx, dy] = [clientX - held.x, clientY - held.y];
      held.moved ||= Math.hypot(dx, dy) > SLACK;
      if (held.moved)
        currentTarget.scrollTo?.({ left: held.left - dx, top: held.top - dy, behavior: 'instant' });
    },
    onClickCapture(event: MouseEvent) {
      if (grip.current?.moved) event.stopPropagation();
      grip.current = undefined;
    },
  };
}
