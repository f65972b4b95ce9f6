import { useEffect, useRef, useState } from 'react';
import type { Trace } from '../../core/pass/trace';
import { numbersIn } from '../../core/pass/value';
import { type Checking, type Standing, startChecks, waiting } from '../../state/checks';
import type { Choice } from '../../state/choice/choice';
import { givenOf } from '../../state/passes/given';
import type { State } from '../../state/state';
import { useStore } from '../store';

/** How long a pass must be shown before it is checked, in ms: who scrubs or types is left alone. */
const SETTLE = 300;

/** Checks that have ended, for as long as what was checked is shown somewhere. */
const ended = new WeakMap<object, Standing>();

/** The choice of a large model: a comparison brings another pass of it, with the same numbers. */
const selectLargeChoice = (state: State): Choice | undefined => givenOf(state) && state.choice;

/** How many numbers a pass may have to be checked unasked: a check takes their memory several times over. */
const UNASKED = 8_000_000;

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
  const choice = useStore(selectLargeChoice);
  // What checks are remembered by.
  const of = choice ?? trace;
  const asked = numbersIn(trace.values) > UNASKED;
  const [told, setTold] = useState<{ readonly of: object; readonly standing: Standing }>();
  const checking = useRef<Checking>(undefined);
  const start = (long: boolean): void => {
    const onChange = (standing: Standing) => {
      // What was checked unasked begins again by itself where it was left half done.
      if (standing.state === 'done' || (asked && standing.rules)) ended.set(of, left(standing));
      setTold({ of, standing });
    };
    checking.current = startChecks(choice ? { choice } : { trace }, onChange, long);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `start` is another function each time, and does the same.
  useEffect(() => {
    const timer = asked || ended.has(of) ? undefined : setTimeout(() => start(false), SETTLE);
    return () => {
      clearTimeout(timer);
      checking.current?.stop();
      checking.current = undefined;
    };
  }, [of, asked]);
  const standing = (told?.of === of ? told.standing : ended.get(of)) ?? waiting;
  return {
    standing,
    asks: standing.state === 'waiting' && asked,
    stop: () => checking.current?.stop(),
    goOn: () => checking.current?.goOn(),
    again: () => start(true),
  };
}

/** Where checks stand once they are left: those that were under way have stopped. */
const left = (standing: Standing): Standing =>
  standing.state === 'done' ? standing : { ...standing, state: 'stopped' };
