import { useLayoutEffect, useRef, useState } from 'react';
import { HASTE } from '../../stage/motion/haste';

/**
 * What a value was when it last stayed: while others follow each other faster than anybody reads, as with a key held
 * down, what is made of them waits for the last.
 */
export function useAtRest<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const changed = useRef(-Infinity);
  useLayoutEffect(() => {
    if (value === rested) return;
    const now = performance.now();
    const isHasty = now - changed.current < HASTE;
    changed.current = now;
    if (!isHasty) {
      setRested(() => value);
      return;
    }
    const timer = setTimeout(() => setRested(() => value), HASTE);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested;
}
