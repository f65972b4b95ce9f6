import { useEffect, useRef, useState } from 'react';
import type { Trace } from '../../core/pass/trace';
import { type Checking, type Standing, startChecks, waiting } from '../../state/checks';

/** How long a pass must be shown before it is checked, in ms: who scrubs or types is left alone. */
const SETTLE = 300;

/** Checks that are done, for as long as their pass is shown somewhere. */
const finished = new WeakMap<Trace, Standing>();

/** How many numbers a pass may have to be checked unasked: a check takes their memory several times over. */
const UNASKED = 8_000_000;

const isLarge = ({ buffers }: Trace): boolean => {
  let numbers = 0;
  for (const { data } of buffers.values()) numbers += data.length;
  return numbers > UNASKED;
};

/** Checks, and what the reader can do about them. */
export interface Checked {
  readonly standing: Standing;
  /** Whether the pass is so large that it is checked only when that is asked for. */
  readonly asks: boolean;
  stop(): void;
  goOn(): void;
  /** Starts again from the beginning. */
  again(): void;
}

/** Checks the pass that is shown, in a thread of its own; another pass ends the checks of the one before. */
export function useChecks(trace: Trace): Checked {
  const [told, setTold] = useState<{ readonly trace: Trace; readonly standing: Standing }>();
  const checking = useRef<Checking>(undefined);
  const start = (of: Trace, long: boolean): void => {
    const onChange = (standing: Standing) => {
      if (standing.state === 'done') finished.set(of, standing);
      setTold({ trace: of, standing });
    };
    checking.current = startChecks(of, onChange, long);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `start` is another function each time, and does the same.
  useEffect(() => {
    if (finished.has(trace)) return;
    const timer = isLarge(trace) ? undefined : setTimeout(() => start(trace, false), SETTLE);
    return () => {
      clearTimeout(timer);
      checking.current?.stop();
      checking.current = undefined;
    };
  }, [trace]);
  const standing = finished.get(trace) ?? (told?.trace === trace ? told.standing : waiting);
  return {
    standing,
    asks: standing.state === 'waiting' && isLarge(trace),
    stop: () => checking.current?.stop(),
    goOn: () => checking.current?.goOn(),
    again: () => start(trace, true),
  };
}
