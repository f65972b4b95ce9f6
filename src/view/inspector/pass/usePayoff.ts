import { useMemo } from 'react';
import type { Step, Trace } from '../../../core/pass/trace';
import { isPassInPassing } from '../../../state/passes/size';
import { useStore } from '../../store';
import { payoffOf } from './payoff';

/** What a step gains by what its layer keeps in the place of Z; undefined too where another pass would hold the step up. */
export function usePayoff(step: Step | undefined, trace: Trace): string | undefined {
  const inPassing = useStore(({ choice }) => isPassInPassing(choice));
  return useMemo(() => (inPassing && step ? payoffOf(step, trace) : undefined), [inPassing, step, trace]);
}
