import { useEffect, useState } from 'react';
import { HASTE } from '../../stage/motion/haste';

/**
 * What a value was when it last stayed: while others follow each other faster than anybody reads, as with a key held
 * down, what is made of them waits for the last.
 */
export function useAtRest<T>(value: T): T {
  const [last, setLast] = useState({ value, at: -Infinity, rested: value });
  // Told while it is rendered, so that what stays is put together with all else, and not after it.
  if (value !== last.value) {
    const at = performance.now();
    setLast({ value, at, rested: at - last.at < HASTE ? last.rested : value });
  }
  const { rested } = last;
  useEffect(() => {
    if (value === rested) return;
    const timer = setTimeout(() => setLast((now) => ({ ...now, rested: value })), HASTE);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested;
}
