/** How far a pointer moves before it draws the picture along, in CSS pixels: less is a click. */
const SLACK = 5;

/** Where a mouse was pressed, and what was shown then. */
interface Grip {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
  moved: boolean;
}

/**
 * Draws what a view shows along with a mouse that is pressed, and comes closer or goes away as two fingers are spread.
 * Returns what ends that.
 */
export function panBy(view: HTMLElement, comeClose: (closer: boolean) => void): () => void {
  let grip: Grip | undefined;
  const listening = new AbortController();
  const { signal } = listening;
  // A spread of two fingers comes as a wheel with Ctrl.
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    comeClose(event.deltaY < 0);
  };
  view.addEventListener('wheel', onWheel, { passive: false, signal });
  const onPress = ({ pointerType, button, clientX, clientY, target }: PointerEvent) => {
    // A finger draws it along by itself; what is pressed on a control is meant for that.
    if (pointerType !== 'mouse' || button !== 0) return;
    if (target instanceof Element && target.closest('button, input')) return;
    grip = { x: clientX, y: clientY, left: view.scrollLeft, top: view.scrollTop, moved: false };
  };
  view.addEventListener('pointerdown', onPress, { signal });
  const onMove = ({ buttons, clientX, clientY }: PointerEvent) => {
    if (!grip || buttons === 0) return;
    const [dx, dy] = [clientX - grip.x, clientY - grip.y];
    grip.moved ||= Math.hypot(dx, dy) > SLACK;
    if (grip.moved) view.scrollTo({ left: grip.left - dx, top: grip.top - dy, behavior: 'instant' });
  };
  view.addEventListener('pointermove', onMove, { signal });
  const onClick = (event: MouseEvent) => {
    if (grip?.moved) event.stopPropagation();
    grip = undefined;
  };
  view.addEventListener('click', onClick, { capture: true, signal });
  return () => listening.abort();
}
