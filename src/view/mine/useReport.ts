import { useEffect, useState } from 'react';
import { type Brought, selectBrought } from '../../state/mine/brought';
import { type Outcome, startJudging } from '../../state/mine/judging';
import { useStore } from '../store';

/** What was brought, and what came of judging it; that of a moment ago until the next is there. */
export function useReport(): {
  readonly brought: Brought | undefined;
  readonly outcome: Outcome | undefined;
} {
  const choice = useStore((state) => state.choice);
  const brought = useStore(selectBrought);
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => startJudging(choice, brought?.tensors ?? new Map(), setOutcome), [choice, brought]);
  return { brought, outcome };
}
