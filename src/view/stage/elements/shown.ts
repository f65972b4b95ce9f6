import { createContext, type RefObject, useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { paintWaiting } from '../paint/queue';

/** Whether what stands here is anywhere near what is seen; what is not needs no pixels yet. */
export const Shown = createContext(true);

export const useShown = (): boolean => useContext(Shown);

const event = 'contentvisibilityautostatechange';

/** Browsers that don't tell what they leave out are taken to leave nothing out. */
const isTold = typeof document !== 'undefined' && `on${event}` in document.documentElement;

/** Whether an element is in sight, or to be printed, that the browser leaves out, where it may, while it is neither. */
export function useSeen(element: RefObject<HTMLElement | null>, mayBeLeftOut: boolean): boolean {
  const [seen, setSeen] = useState(!isTold || !mayBeLeftOut);
  // What was not left out so far is in sight until the browser says that it is not.
  if (!mayBeLeftOut && !seen) setSeen(true);
  useEffect(() => {
    const of = element.current;
    if (!of) return;
    const look = (change: Event) => setSeen(!(change as ContentVisibilityAutoStateChangeEvent).skipped);
    const print = () => {
      flushSync(() => setSeen(true));
      paintWaiting();
    };
    of.addEventListener(event, look);
    addEventListener('beforeprint', print);
    return () => {
      of.removeEventListener(event, look);
      removeEventListener('beforeprint', print);
    };
  }, [element]);
  return seen;
}
