import { useEffect, useRef, useState } from 'react';
import type { Trace } from '../../core/trace';
import { type Checking, type Standing, startChecks, waiting } from '../../state/checks';

/** How long a pass must be shown before it is checked, in ms: who scrubs or types is left alone. */
const SETTLE = 300;

/** Checks that were done, for as long as their pass is shown somewhere. */
const finished = new WeakMap<Trace, Standing>();

/** Checks, and what the reader can do about them. */
export interface Checked {
  readonly standing: Standing;
  stop(): void;
  goOn(): void;
  /** Starts again from the beginning. */
  again(): void;
}

/** Checks the pass that is shown, in a thread of its own; another pass ends the checks of the one before. */
export function useChecks(trace: Trace): Checked {
  const [told, setTold] = useState<{ readonly trace: Trace; readonly standing: Standing }>();
  const [attempt, setAttempt] = useState(0);
  const checking = useRef<Checking>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts the same checks again.
  useEffect(() => {
    if (finished.has(trace)) return;
    const onChange = (standing: Standing) => {
      if (standing.state === 'done') finished.set(trace, standing);
      setTold({ trace, standing });
    };
    const timer = setTimeout(() => {
      checking.current = startChecks(trace, onChange);
    }, SETTLE);
    return () => {
      clearTimeout(timer);
      checking.current?.stop();
      checking.current = undefined;
    };
  }, [trace, attempt]);
  return {
    standing: finished.get(trace) ?? (told?.trace === trace ? told.standing : waiting),
    stop: () => checking.current?.stop(),
    goOn: () => checking.current?.goOn(),
    again: () => {
      setTold(undefined);
      setAttempt((count) => count + 1);
    },
  };
}
