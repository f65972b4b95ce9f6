import { useMemo } from 'react';
import type { Step, Trace } from '../../core/pass/trace';
import { isPassAtOnce } from '../../state/passes/size';
import { useStore } from '../store';
import { payoffOf } from './payoff';

/** What a step gains by what its layer keeps in the place of Z; undefined too where another pass would take long. */
export function usePayoff(step: Step | undefined, trace: Trace): string | undefined {
  const atOnce = useStore(({ choice }) => isPassAtOnce(choice));
  return useMemo(() => (atOnce && step ? payoffOf(step, trace) : undefined), [atOnce, step, trace]);
}
